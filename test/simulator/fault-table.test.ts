import { afterEach, describe, expect, it } from "vitest";
import type { Fault } from "../../simulator/faults";
import { a2aWorld, type A2aWorld } from "./replication/a2a-world";
import type { RawAnswer } from "./raw-client";

/** Every kind of fault on every class of operation: what a client that does not try again sees, and what became of it. */
const classes = {
  create: { method: "PUT", path: "replicationProtectedItems/vm2$" },
  read: { method: "GET", path: "replicationProtectedItems/vm1$" },
  update: { method: "PATCH", path: "replicationProtectedItems/vm1$" },
  action: { method: "POST", path: "replicationProtectedItems/vm1/testFailover$" },
  remove: { method: "POST", path: "replicationProtectedItems/vm1/remove$" },
  purge: { method: "DELETE", path: "replicationProtectedItems/vm1$" },
  poll: { method: "GET", path: "replicationOperationStatus/" },
} as const;
type OperationClass = keyof typeof classes;

const faults = {
  error: { fault: "error", status: 503, code: "ServerTimeout", message: "later" },
  "too-many-requests": { fault: "too-many-requests", retryAfterInSeconds: 3 },
  "slow-job": { fault: "slow-job", extraSeconds: 3600 },
  "failed-job": { fault: "failed-job", code: "HostDown", message: "The host went away." },
  "hanging-job": { fault: "hanging-job" },
  "lost-response": { fault: "lost-response" },
  "connection-reset": { fault: "connection-reset" },
  "expired-token": { fault: "expired-token" },
} as const satisfies Record<string, Fault>;
type FaultKind = keyof typeof faults;
const kinds = Object.keys(faults) as FaultKind[];
const names = Object.keys(classes) as OperationClass[];

let world: A2aWorld;
afterEach(() => world.azure.close());

const version = "?api-version=2025-01-01";

/** Sends one request of a class as it is, following nothing. */
async function once(which: OperationClass): Promise<RawAnswer> {
  const { send } = world.azure;
  const item = world.item("vm1");
  const a2a = { providerSpecificDetails: { instanceType: "A2A" } };
  switch (which) {
    case "create":
      return send("PUT", `${world.item("vm2")}${version}`, world.enableBody("vm2"));
    case "read":
      return send("GET", `${item}${version}`);
    case "update":
      return send("PATCH", `${item}${version}`, { properties: { recoveryAzureVMName: "vm1-dr", ...a2a } });
    case "action":
      return send("POST", `${item}/testFailover${version}`, {
        properties: { failoverDirection: "PrimaryToRecovery", networkType: "NoNetworkAttachAsInput", ...a2a },
      });
    case "remove":
      return send("POST", `${item}/remove${version}`, { properties: {} });
    case "purge":
      return send("DELETE", `${item}${version}`);
    case "poll": {
      const first = await once("update");
      return send("GET", String(first.headers["azure-asyncoperation"]));
    }
  }
}

/** Whether the world shows that the request was carried out to its end. */
async function isDone(which: OperationClass): Promise<boolean> {
  world.azure.simulator.clock.advance(86_400);
  const vm1 = await world.azure.send("GET", `${world.item("vm1")}${version}`);
  const properties = (vm1.body as { readonly properties?: Record<string, unknown> }).properties ?? {};
  switch (which) {
    case "create":
      return (await world.properties(world.item("vm2")))["protectionState"] === "Protected";
    case "update":
    case "poll":
      return (
        (properties["providerSpecificDetails"] as Record<string, unknown>)["recoveryAzureVMName"] === "vm1-dr"
      );
    case "action":
      return properties["testFailoverState"] === "WaitingForCompletion";
    case "remove":
    case "purge":
      return vm1.status === 404;
    case "read":
      return true;
  }
}

/** What a client sees at once. */
const seen: Readonly<Record<FaultKind, number | "cut" | "as usual">> = {
  error: 503,
  "too-many-requests": 429,
  "slow-job": "as usual",
  "failed-job": "as usual",
  "hanging-job": "as usual",
  "lost-response": "cut",
  "connection-reset": "cut",
  "expired-token": 401,
};

/** What a request comes to although it met the fault. A poll has no job of its own; the job it asks after goes on. */
function comesAbout(kind: FaultKind, which: OperationClass): boolean {
  if (which === "poll" || which === "read") return true;
  return kind === "slow-job" || kind === "lost-response";
}

const table = kinds.flatMap((kind) => names.map((which) => ({ kind, which })));

describe("faults by operation", () => {
  it.each(table)("$kind on $which", async ({ kind, which }) => {
    world = await a2aWorld(["vm1", "vm2"], {}, { faults: plan(kind, which) });
    await world.protect("vm1");
    await world.properties(world.item("vm1"));
    const answer = await once(which).catch(() => "cut" as const);
    const expected = seen[kind];
    if (expected === "cut") expect(answer).toBe("cut");
    else {
      const status = (answer as RawAnswer).status;
      expect(status).toBe(
        expected === "as usual" ? (which === "read" || which === "poll" ? 200 : 202) : expected,
      );
    }
    if (kind === "too-many-requests") expect((answer as RawAnswer).headers["retry-after"]).toBe("3");
    expect(await isDone(which)).toBe(comesAbout(kind, which));
  });
});

/** The fault strikes once; reads go well while the world is made. */
function plan(kind: FaultKind, which: OperationClass) {
  const before = which === "read" ? { skip: 2 } : which === "poll" ? { skip: pollsOfTheWorld } : {};
  const fault = { on: classes[which], ...before, ...faults[kind] } as Fault;
  return { schema: "asr-faults/1" as const, faults: [fault] };
}
/** Polls that making the world and protecting one machine takes. */
const pollsOfTheWorld = 8;
