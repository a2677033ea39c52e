import { afterEach, describe, expect, it } from "vitest";
import type { Fault } from "../../../simulator/faults";
import { a2aWorld, type A2aWorld } from "../../simulator/replication/a2a-world";
import { a2aMachine, type A2aMachine } from "./a2a-machine";
import { machineVerbs, type MachineVerbs } from "./machine-world";

let world: A2aWorld;
let verbs: MachineVerbs;
let vm: A2aMachine;

async function worldWith(...faults: readonly Fault[]): Promise<void> {
  world = await a2aWorld(["vm1"], {}, { faults: { schema: "asr-faults/1", faults: [...faults] } });
  verbs = machineVerbs(world.azure.simulator);
  vm = a2aMachine(world);
}
afterEach(() => world.azure.close());

const item = /replicationProtectedItems\/vm1/;
/** Polls by which the world is made: policy, two fabrics, two containers, two mappings. */
const pollsOfTheWorld = 7;
/** What a machine's life asks of the service, by what it is there for. */
const operations = {
  eligibility: { method: "GET", path: "/replicationEligibilityResults/" },
  enabling: { method: "PUT", path: item.source },
  "the status of an operation": { path: "/replicationOperationStatus/", skip: pollsOfTheWorld },
  "a look at the item": { method: "GET", path: `${item.source}$` },
  "a change": { method: "PATCH", path: item.source },
  "adding disks": { method: "POST", path: "addDisks" },
  reprotection: { method: "POST", path: "switchprotection" },
  disabling: { method: "POST", path: "/vm1/remove$" },
} as const;

/** Everything a machine goes through, ending without it. */
async function wholeLife(): Promise<void> {
  const first = vm.inputs({
    ...vm.back(),
    vmManagedDisks: [vm.disk("vm1-os")],
    recoveryAzureVMName: "vm1-dr",
  });
  const created = await verbs.create(first);
  const second = vm.inputs({ ...vm.back(), recoveryAzureVMName: "vm1-dr2" });
  const updated = await verbs.update(created, second, first);
  expect(await vm.details()).toMatchObject({
    recoveryAzureVMName: "vm1-dr2",
    protectedManagedDisks: [{ diskName: "vm1-os" }, { diskName: "vm1-data" }],
  });
  await vm.failOver();
  await vm.commit();
  const back = vm.inputs(
    { ...vm.back(), recoveryAzureVMName: "vm1-dr2" },
    { reprotectWhenCommitted: true, disableWhenFailedOver: true },
  );
  const turned = await verbs.update(updated, back, second);
  expect(turned.outputs).toMatchObject({ status: { protectionState: "Protected" } });
  await verbs.delete(turned, back);
  expect((await world.get(world.item("vm1", "northeurope"))).status).toBe(404);
  expect((await vm.jobs()).filter((name) => name === "EnableDr")).toHaveLength(1);
}

describe.each(Object.entries(operations))("%s", (_what, operation) => {
  it.each([
    ["throttled", { fault: "too-many-requests", times: 2, retryAfterInSeconds: 0 }],
    ["refused for a moment", { fault: "error", times: 2, status: 503, code: "ServerBusy", message: "later" }],
    ["cut off", { fault: "connection-reset" }],
    ["done without an answer", { fault: "lost-response" }],
    ["refused for an old token", { fault: "expired-token" }],
    ["slow", { fault: "slow-job", extraSeconds: 86_400 }],
  ] as const)("%s ends well", async (_how, fault) => {
    const { skip, ...on } = { skip: 0, ...operation };
    await worldWith({ on, skip, ...fault });
    await wholeLife();
  });
});

describe("a job that fails", () => {
  it("while enabling is one clear error, and the next attempt protects the machine", async () => {
    await worldWith({
      on: operations.enabling,
      fault: "failed-job",
      code: "A2AAgentNotInstalled",
      message: "No agent.",
    });
    const failure = await verbs.create(vm.inputs()).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({
      message: "No agent.",
      cause: { code: "A2AAgentNotInstalled" },
      state: { id: world.item("vm1"), outputs: { status: { protectionState: "EnablingFailed" } } },
    });
    const { state } = failure as { readonly state: Parameters<MachineVerbs["update"]>[0] };
    await verbs.diff(state, vm.inputs());
    expect(verbs.told.warnings.at(-1)).toMatch(/disables what is left and enables replication anew/);
    const updated = await verbs.update(state, vm.inputs());
    expect(updated.outputs).toMatchObject({ status: { protectionState: "Protected" } });
    expect((await verbs.diff(updated, vm.inputs())).changes).toEqual(new Map());
  });

  it("while changing keeps what was applied, so that the next update tries again", async () => {
    await worldWith({
      on: operations["a change"],
      skip: 1,
      fault: "failed-job",
      code: "HostDown",
      message: "The host went away.",
    });
    const before = vm.inputs({ recoveryAzureVMName: "one" });
    const after = vm.inputs({ recoveryAzureVMName: "two" });
    const created = await verbs.create(before);
    const failure: unknown = await verbs.update(created, after, before).catch((error: unknown) => error);
    expect(failure).toMatchObject({ message: "The host went away.", cause: { code: "HostDown" } });
    const { state } = failure as { readonly state: typeof created };
    expect([...(await verbs.diff(state, after)).changes.keys()]).toEqual(["a2a.recoveryAzureVMName"]);
    await verbs.update(state, after, before);
    expect(await vm.details()).toMatchObject({ recoveryAzureVMName: "two" });
  });

  it("while disabling leaves the machine protected", async () => {
    await worldWith({
      on: operations.disabling,
      fault: "failed-job",
      code: "HostDown",
      message: "The host went away.",
    });
    const state = await verbs.create(vm.inputs());
    await expect(verbs.delete(state, vm.inputs())).rejects.toMatchObject({ code: "HostDown" });
    expect((await world.properties(state.id))["protectionState"]).toBe("Protected");
    await verbs.delete(state, vm.inputs());
    expect((await world.get(state.id)).status).toBe(404);
  });
});

describe("a refusal", () => {
  it("leaves nothing behind when it is of the request itself", async () => {
    await worldWith({
      on: operations.enabling,
      fault: "error",
      status: 403,
      code: "AuthorizationFailed",
      message: "No right.",
    });
    await expect(verbs.create(vm.inputs())).rejects.toMatchObject({
      name: "AzureError",
      code: "AuthorizationFailed",
    });
    expect((await world.get(world.item("vm1"))).status).toBe(404);
  });

  it("of a machine that is not eligible is told with the service's codes before anything is enabled", async () => {
    await worldWith();
    const scope = `${world.machine("vm1")}/providers/Microsoft.RecoveryServices/replicationEligibilityResults/default`;
    world.azure.simulator.register({
      schema: "asr-seed/1",
      resources: [
        {
          id: scope,
          properties: {
            errors: [
              {
                code: "A2AOperatingSystemNotSupported",
                message: "The operating system is not supported.",
                recommendedAction: "See the support matrix.",
                status: "Error",
              },
            ],
          },
        },
      ],
    });
    await expect(verbs.create(vm.inputs())).rejects.toThrow(
      /cannot replicate .*virtualMachines\/vm1; nothing was enabled\. A2AOperatingSystemNotSupported: .* See the support matrix\./,
    );
    expect(await vm.jobs()).not.toContain("EnableDr");
  });
});

describe("an end put to it", () => {
  it("while Azure works keeps what was begun, and the next update goes on", async () => {
    await worldWith();
    const abort = new AbortController();
    const cut = machineVerbs(world.azure.simulator, abort.signal);
    const statuses = cut.told.statuses;
    const push = statuses.push.bind(statuses);
    statuses.push = (...lines) => {
      if (lines.some((line) => /Waiting for first recovery point/.test(line))) abort.abort();
      return push(...lines);
    };
    const failure: unknown = await cut.create(vm.inputs()).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: "PartialFailure", state: { id: world.item("vm1") } });
    const { state } = failure as { readonly state: Parameters<MachineVerbs["update"]>[0] };
    const done = await verbs.update(state, vm.inputs());
    expect(done.outputs).toMatchObject({ status: { protectionState: "Protected" } });
    expect((await vm.jobs()).filter((name) => name === "EnableDr")).toHaveLength(1);
  });
});
