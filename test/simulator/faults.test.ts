import { afterEach, describe, expect, it } from "vitest";
import type { Fault } from "../../simulator/faults";
import { codeOf, rawAzure, type RawAzure } from "./raw-client";

let azure: RawAzure;
afterEach(() => azure.close());

const policyId = () => `${azure.group}/providers/Microsoft.RecoveryServices/vaults/v/replicationPolicies/p`;
const policy = {
  properties: {
    providerSpecificInput: { instanceType: "InMageRcmFailback", crashConsistentFrequencyInMinutes: 5 },
  },
};

async function withFaults(...faults: readonly Fault[]): Promise<void> {
  azure = await rawAzure({ faults: { schema: "asr-faults/1", faults: [...faults] } });
  const vault = `${azure.group}/providers/Microsoft.RecoveryServices/vaults/v`;
  azure.simulator.register({ schema: "asr-seed/1", resources: [{ id: vault, location: "westeurope" }] });
}

const put = () => azure.send("PUT", `${policyId()}?api-version=2025-01-01`, policy);
const putAndWait = () => azure.sendAndWait("PUT", `${policyId()}?api-version=2025-01-01`, policy);
const get = () => azure.send("GET", `${policyId()}?api-version=2025-01-01`);
const on = { method: "PUT", path: "/replicationPolicies/" } as const;

describe("a fault", () => {
  it("refuses with a code, as often as it is meant to and after the requests to be skipped", async () => {
    await withFaults({ on, skip: 1, times: 2, fault: "error", status: 503, code: "Busy", message: "later" });
    const statuses: number[] = [];
    for (let times = 0; times < 4; times += 1) statuses.push((await putAndWait()).status);
    expect(statuses).toEqual([200, 503, 503, 200]);
  });

  it("throttles with Retry-After", async () => {
    await withFaults({ on, fault: "too-many-requests", retryAfterInSeconds: 7 });
    const answer = await put();
    expect([answer.status, answer.headers["retry-after"]]).toEqual([429, "7"]);
    expect((await get()).status).toBe(400);
  });

  it("says that a token is old once", async () => {
    await withFaults({ on, fault: "expired-token" });
    const answer = await put();
    expect([answer.status, codeOf(answer)]).toEqual([401, "ExpiredAuthenticationToken"]);
    expect((await put()).status).toBe(202);
  });

  it("makes an accepted operation and its job fail", async () => {
    await withFaults({ on, fault: "failed-job", code: "HostDown", message: "The host went away." });
    const end = await putAndWait();
    expect(end.body).toMatchObject({
      status: "Failed",
      error: { code: "HostDown", message: "The host went away." },
    });
    expect((await get()).status).toBe(404);
    const vault = policyId().replace(/\/replicationPolicies.*/, "");
    const jobs = (await azure.send("GET", `${vault}/replicationJobs?api-version=2025-01-01`)).body;
    expect(jobs).toMatchObject({
      value: [{ properties: { state: "Failed", errors: [{ serviceErrorDetails: { code: "HostDown" } }] } }],
    });
  });

  it("makes a job slow", async () => {
    await withFaults({ on, fault: "slow-job", extraSeconds: 3600 });
    const before = azure.simulator.clock.now().getTime();
    expect((await putAndWait()).body).toMatchObject({ status: "Succeeded" });
    expect(azure.simulator.clock.now().getTime() - before).toBeGreaterThanOrEqual(3_600_000);
  });

  it("loses an answer to what was done, and resets a connection before anything is", async () => {
    await withFaults({ on, fault: "connection-reset" }, { on, fault: "lost-response" });
    await expect(put()).rejects.toThrow();
    expect((await get()).status).toBe(400);
    await expect(put()).rejects.toThrow();
    azure.simulator.clock.advance(10);
    expect((await get()).status).toBe(200);
  });

  it("is checked before anything starts", async () => {
    await withFaults();
    const faults = { schema: "asr-faults/1", faults: [{ on: { path: "(" }, fault: "lost-response" }] };
    await expect(rawAzure({ faults: faults as never })).rejects.toThrow(/not a regular expression/);
  });
});
