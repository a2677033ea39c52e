import { describe, expect, it } from "vitest";
import type { PropertyMap } from "../../plugin-protocol/property-value";
import { protectionContainerMapping } from "../../provider/container-mapping/container-mapping";
import { protectionContainer } from "../../provider/protection-container/protection-container";
import { recoveryPlan } from "../../provider/recovery-plan/recovery-plan";
import { replicationFabric } from "../../provider/replication-fabric/replication-fabric";
import type { ResourceDefinition, ResourceState } from "../../provider/resource-definition";
import { alertSetting } from "../../provider/vault-settings/alert-setting";
import type { Fault } from "../../simulator/faults";
import { providerWorld, type ProviderWorld } from "./provider-world";

/** One resource to do things to, named "target" (or by the service). */
interface Subject {
  readonly definition: ResourceDefinition;
  /** Makes what it needs. */
  inputs(world: ProviderWorld): Promise<PropertyMap>;
  readonly changed?: PropertyMap;
  /** The request by which each verb does its work, and how many such requests go before it. */
  readonly requests: Readonly<Partial<Record<Verb, Fault["on"] & { readonly skip?: number }>>>;
}

type Verb = "create" | "read" | "update" | "delete";

const fabricOf = async (world: ProviderWorld, name = "fabric", location = "westeurope") =>
  (await world.verbs(replicationFabric).create({ vaultId: world.vaultId, name, location })).id;
const containerOf = async (world: ProviderWorld, name: string, location: string) =>
  (await world.verbs(protectionContainer).create({ fabricId: await fabricOf(world, name, location), name }))
    .id;
const put = { method: "PUT", path: "/target$" } as const;
/** Creating looks before, when the job has ended, and afterwards. */
const get = { method: "GET", path: "/target$", skip: 3 } as const;
const remove = { method: "POST", path: "/target/remove$" } as const;
const alert = { method: "PUT", path: "/defaultAlertSetting$" } as const;

const subjects: Readonly<Record<string, Subject>> = {
  fabric: {
    definition: replicationFabric,
    inputs: (world) => Promise.resolve({ vaultId: world.vaultId, name: "target", location: "westeurope" }),
    requests: { create: put, read: get, delete: remove },
  },
  container: {
    definition: protectionContainer,
    inputs: async (world) => ({ fabricId: await fabricOf(world), name: "target" }),
    requests: { create: put, read: get, delete: remove },
  },
  mapping: {
    definition: protectionContainerMapping,
    inputs: async (world) => ({
      containerId: await containerOf(world, "from", "westeurope"),
      targetContainerId: await containerOf(world, "to", "northeurope"),
      policyId: world.policyId,
      name: "target",
    }),
    changed: {
      agentUpdate: {
        automationAccountId:
          "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Automation/automationAccounts/a",
      },
    },
    requests: { create: put, read: get, update: { method: "PATCH", path: "/target$" }, delete: remove },
  },
  plan: {
    definition: recoveryPlan,
    inputs: async (world) => ({
      vaultId: world.vaultId,
      name: "target",
      primaryFabricId: await fabricOf(world),
      recoveryFabricId: await fabricOf(world, "other", "northeurope"),
      groups: [{ groupType: "Boot" }],
    }),
    changed: { groups: [{ groupType: "Boot" }, { groupType: "Boot" }] },
    requests: {
      create: put,
      read: get,
      update: { method: "PATCH", path: "/target$" },
      delete: { method: "DELETE", path: "/target$" },
    },
  },
  "alert setting": {
    definition: alertSetting,
    inputs: (world) => Promise.resolve({ vaultId: world.vaultId, sendToOwners: "Send" }),
    changed: { customEmailAddresses: ["dr@example.com"] },
    requests: {
      create: alert,
      read: { method: "GET", path: "/defaultAlertSetting$" },
      update: { ...alert, skip: 1 },
      delete: { ...alert, skip: 2 },
    },
  },
};

type FaultKind = Fault extends infer Each
  ? Each extends Fault
    ? Omit<Each, "on" | "skip" | "times">
    : never
  : never;

/** What goes by itself. */
const passing: Readonly<Record<string, FaultKind>> = {
  "500": { fault: "error", status: 500, code: "InternalError", message: "Something broke." },
  "503 with Retry-After": {
    fault: "error",
    status: 503,
    code: "ServerBusy",
    message: "Busy.",
    retryAfterInSeconds: 0,
  },
  "429 with Retry-After": { fault: "too-many-requests", retryAfterInSeconds: 0 },
  "a connection reset": { fault: "connection-reset" },
  "a lost response": { fault: "lost-response" },
  "an expired token": { fault: "expired-token" },
  "a slow job": { fault: "slow-job", extraSeconds: 7200 },
} as unknown as Record<string, FaultKind>;

/** What does not: the code that the user is told, and the step that comes next. */
const lasting: Readonly<Record<string, { readonly fault: FaultKind; readonly says: readonly string[] }>> = {
  "a failed job": {
    fault: { fault: "failed-job", code: "HostDown", message: "The host went away." } as unknown as FaultKind,
    says: ["HostDown: The host went away.", "Site Recovery jobs"],
  },
  "a refusal": {
    fault: { fault: "error", status: 400, code: "NotToday", message: "Not today." } as unknown as FaultKind,
    says: ["NotToday: Not today.", "mend the cause"],
  },
  "missing rights": {
    fault: {
      fault: "error",
      status: 403,
      code: "AuthorizationFailed",
      message: "You may not.",
    } as unknown as FaultKind,
    says: ["AuthorizationFailed: You may not.", "Site Recovery Contributor"],
  },
};

async function live(subject: Subject, verb: Verb, fault: FaultKind): Promise<ProviderWorld["simulator"]> {
  const { skip = 0, ...on } = subject.requests[verb] ?? {};
  const faults = [{ ...fault, on, skip }] as unknown as Fault[];
  const world = await providerWorld({
    faults: { schema: "asr-faults/1", faults },
    // Whoever has to wait for an operation that it cannot follow waits for a few requests, not for dozens.
    secondsPerRequest: 60,
  });
  try {
    const verbs = world.verbs(subject.definition);
    const inputs = await subject.inputs(world);
    const state: ResourceState = await verbs.create(inputs);
    expect(state.outputs).toMatchObject(inputs);
    const read = await verbs.read(state.id, inputs);
    expect(read?.inputs).toMatchObject(inputs);
    if (subject.changed !== undefined) {
      const wanted = { ...inputs, ...subject.changed };
      await verbs.update(state, wanted);
      expect((await verbs.read(state.id, wanted))?.inputs).toMatchObject(wanted);
    }
    await verbs.delete(state);
    const left = await verbs.read(state.id);
    expect(left?.inputs["sendToOwners"]).toBe(left === undefined ? undefined : "DoNotSend");
    return world.simulator;
  } finally {
    await world.close();
  }
}

const works = Object.entries(subjects).flatMap(([name, subject]) =>
  (Object.keys(subject.requests) as Verb[]).map((verb) => ({ name, verb, subject })),
);
// Reading and settings start no job.
const hasJob = ({ name, verb }: { readonly name: string; readonly verb: Verb }) =>
  verb !== "read" && name !== "alert setting";

describe.each(Object.entries(passing))("%s", (_name, fault) => {
  const isJob = fault.fault === "slow-job";
  it.each(works.filter((work) => !isJob || hasJob(work)))(
    "is got over when $verb of a $name meets it",
    async ({ subject, verb }) => {
      await live(subject, verb, fault);
    },
  );
});

describe.each(Object.entries(lasting))("%s", (_name, { fault, says }) => {
  const isJob = fault.fault === "failed-job";
  it.each(works.filter((work) => !isJob || hasJob(work)))(
    "is one clear error when $verb of a $name meets it",
    async ({ subject, verb }) => {
      const failure = await live(subject, verb, fault).then(
        () => "nothing failed",
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      for (const part of [`${subject.definition.name} it: could not ${verb}.`, ...says]) {
        expect(failure).toContain(part);
      }
      expect(failure).not.toContain("\n");
    },
  );
});
