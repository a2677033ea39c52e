import { describe, expect, it } from "vitest";
import type { PropertyMap } from "../../plugin-protocol/property-value";
import { protectionContainerMapping } from "../../provider/container-mapping/container-mapping";
import { protectionContainer } from "../../provider/protection-container/protection-container";
import { recoveryPlan } from "../../provider/recovery-plan/recovery-plan";
import { replicatedMachine } from "../../provider/replicated-machine/replicated-machine";
import { replicationFabric } from "../../provider/replication-fabric/replication-fabric";
import type { ResourceDefinition, ResourceState } from "../../provider/resource-definition";
import { alertSetting } from "../../provider/vault-settings/alert-setting";
import { vaultSetting } from "../../provider/vault-settings/vault-setting";
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

const vaultWide = { method: "PUT", path: "/replicationVaultSettings/default$" } as const;

/** A machine that may replicate; a machine's changes and reprotection have a table of their own. */
async function machineInputs(world: ProviderWorld): Promise<PropertyMap> {
  const [from, to] = [
    await containerOf(world, "from", "westeurope"),
    await containerOf(world, "to", "northeurope"),
  ];
  const { policyId } = world;
  const mapping = { containerId: from, targetContainerId: to, policyId, name: "mapping" };
  await world.verbs(protectionContainerMapping).create(mapping);
  const group = world.vaultId.replace(/\/providers\/.*$/, "");
  world.simulator.register({
    schema: "asr-seed/1",
    azureVirtualMachines: [
      { name: "vm", resourceGroup: "rg", location: "westeurope", disks: [{ name: "vm-os", sizeGiB: 30 }] },
    ],
  });
  return {
    protectionContainerId: from,
    name: "target",
    policyId,
    a2a: {
      fabricObjectId: `${group}/providers/Microsoft.Compute/virtualMachines/vm`,
      recoveryContainerId: to,
      recoveryResourceGroupId: group,
      vmManagedDisks: [
        {
          diskId: `${group}/providers/Microsoft.Compute/disks/vm-os`,
          primaryStagingAzureStorageAccountId: `${group}/providers/Microsoft.Storage/storageAccounts/cache`,
          recoveryResourceGroupId: group,
        },
      ],
    },
  };
}

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
  "vault setting": {
    definition: vaultSetting,
    inputs: (world) => Promise.resolve({ vaultId: world.vaultId, vmwareToAzureProviderType: "InMageRcm" }),
    changed: { vmwareToAzureProviderType: "InMageAzureV2" },
    requests: {
      create: vaultWide,
      read: { method: "GET", path: "/replicationVaultSettings/default$" },
      update: { ...vaultWide, skip: 1 },
      delete: { ...vaultWide, skip: 2 },
    },
  },
  machine: {
    definition: replicatedMachine,
    inputs: machineInputs,
    changed: { checkEligibility: false },
    requests: { create: put, read: { method: "GET", path: "/target$", skip: 3 }, delete: remove },
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
    // What every vault has is there for good, as it was in the beginning.
    if (left !== undefined) expect(left.inputs).toMatchObject({ vaultId: world.vaultId });
    expect([undefined, "DoNotSend"]).toContain(left?.inputs["sendToOwners"]);
    expect(left?.inputs["vmwareToAzureProviderType"]).toBeUndefined();
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
  verb !== "read" && !name.endsWith(" setting");

describe.each(Object.entries(passing))("%s", (_name, fault) => {
  const isJob = fault.fault === "slow-job";
  it.each(works.filter((work) => !isJob || hasJob(work)))(
    "is got over when $verb of a $name meets it",
    async ({ subject, verb }) => {
      await live(subject, verb, fault);
    },
  );
});

describe("a job that hangs", () => {
  it.each(works.filter(hasJob))(
    "ends $verb of a $name at its time limit, and is picked up once it is cancelled",
    async ({ subject, verb }) => {
      const { skip = 0, ...on } = subject.requests[verb] ?? {};
      const faults = [{ fault: "hanging-job", on, skip }] as unknown as Fault[];
      const world = await providerWorld({
        faults: { schema: "asr-faults/1", faults },
        secondsPerRequest: 60,
      });
      try {
        const verbs = world.verbs(subject.definition);
        const inputs = await subject.inputs(world);
        const wanted = { ...inputs, ...subject.changed };
        let state: ResourceState | undefined;
        const made = async () => (state ??= await verbs.create(inputs));
        const work = async (by: typeof verbs) => {
          if (verb === "create") state = await by.create(inputs);
          else if (verb === "update") await by.update(await made(), wanted);
          else await by.delete(await made());
        };
        if (verb !== "create") await made();
        const limited = world.verbs(subject.definition, AbortSignal.timeout(200));
        await expect(work(limited)).rejects.toThrow(
          `${subject.definition.name} it: could not ${verb}, because its time limit (customTimeouts) ran out`,
        );
        await cancelJobs(world);
        await work(verbs);
        if (verb !== "delete") await verbs.delete(await made());
        expect(await verbs.read((await made()).id)).toBeUndefined();
      } finally {
        await world.close();
      }
    },
  );
});

/** Cancels what is under way in the vault, as somebody does in the portal. */
async function cancelJobs({ connection: { arm }, vaultId, simulator }: ProviderWorld): Promise<void> {
  const jobs = (await arm.list(`${vaultId}/replicationJobs`, "2025-01-01")) as readonly {
    readonly id: string;
    readonly properties: { readonly state: string };
  }[];
  const underWay = jobs.filter(({ properties }) => properties.state === "InProgress");
  expect(underWay).toHaveLength(1);
  for (const { id } of underWay) await arm.request("POST", `${id}/cancel`, "2025-01-01");
  simulator.clock.advance(3600);
}

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
