import { afterEach, describe, expect, it } from "vitest";
import type { SimulatorOptions } from "../../simulator/server";
import { codeOf, rawAzure, type RawAnswer, type RawAzure } from "./raw-client";

const v = "api-version=2024-10-01";
const open: RawAzure[] = [];
afterEach(async () => {
  for (const azure of open.splice(0)) await azure.close();
});

async function started(options: SimulatorOptions = {}): Promise<RawAzure> {
  const azure = await rawAzure({ secondsPerPoll: 30, ...options });
  open.push(azure);
  return azure;
}

async function withVault(azure: RawAzure): Promise<string> {
  const vault = `${azure.group}/providers/Microsoft.RecoveryServices/vaults/v1`;
  await azure.sendAndWait("PUT", `${vault}?${v}`, {
    location: "westeurope",
    sku: { name: "RS0" },
    properties: {},
  });
  return vault;
}

const fabric = { properties: { customDetails: { instanceType: "Azure", location: "westeurope" } } };
const statusOf = (answer: RawAnswer) => (answer.body as { readonly status: string }).status;

describe("long-running operations", () => {
  it("of Site Recovery: 202, empty, two signed addresses, and the change at the end", async () => {
    const azure = await started();
    const vault = await withVault(azure);
    const accepted = await azure.send("PUT", `${vault}/replicationFabrics/f?${v}`, fabric);
    expect([accepted.status, accepted.body, accepted.headers["content-length"]]).toEqual([202, "", "0"]);
    expect(accepted.headers["retry-after"]).toBe("0");
    const status = String(accepted.headers["azure-asyncoperation"]);
    const location = String(accepted.headers["location"]);
    expect(status).toMatch(
      /\/Subscriptions\/.*\/vaults\/v1\/replicationOperationStatus\/[0-9a-f-]{36}\?api-version=2024-10-01&t=\d+&c=/,
    );
    expect(location).toMatch(/\/Subscriptions\/.*\/replicationFabrics\/f\/operationresults\/[0-9a-f-]{36}\?/);
    expect((await azure.send("GET", `${vault}/replicationFabrics/f?${v}`)).status).toBe(404);
    const polls = [
      await azure.send("GET", status),
      await azure.send("GET", location),
      await azure.send("GET", status),
    ];
    expect(polls.map((poll) => poll.status)).toEqual([200, 202, 200]);
    expect(statusOf(polls[0] as RawAnswer)).toBe("InProgress");
    expect(polls[1]?.headers["location"]).toBe(location);
    expect(polls[2]?.body).toMatchObject({ status: "Succeeded", error: null, percentComplete: null });
    expect((await azure.send("GET", location)).body).toMatchObject({
      properties: { friendlyName: "West Europe" },
    });
    expect((await azure.send("GET", `${vault}/replicationFabrics/f?${v}`)).status).toBe(200);
  });

  it("of storage: only a Location below the region", async () => {
    const azure = await started({ secondsPerPoll: 10, retryAfterInSeconds: "service" });
    const path = `${azure.group}/providers/Microsoft.Storage/storageAccounts/cache1?${v}`;
    const accepted = await azure.send("PUT", path, {
      location: "westeurope",
      kind: "StorageV2",
      sku: { name: "Standard_LRS" },
    });
    expect([
      accepted.status,
      accepted.headers["azure-asyncoperation"],
      accepted.headers["retry-after"],
    ]).toEqual([202, undefined, "17"]);
    const location = String(accepted.headers["location"]);
    expect(location).toMatch(
      /\/providers\/Microsoft\.Storage\/locations\/westeurope\/asyncoperations\/[0-9a-f-]{36}\?monitor=true&/,
    );
    expect((await azure.send("GET", location)).status).toBe(202);
    expect((await azure.send("GET", location)).body).toMatchObject({ name: "cache1" });
  });

  it("of a vault: 201 in provisioning with a status address alone; then 202 with both", async () => {
    const azure = await started({ secondsPerPoll: 2, retryAfterInSeconds: "service" });
    const path = `${azure.group}/providers/Microsoft.RecoveryServices/vaults/v1?${v}`;
    const made = await azure.send("PUT", path, {
      location: "westeurope",
      sku: { name: "RS0" },
      properties: {},
    });
    expect([made.status, made.headers["location"]]).toEqual([201, undefined]);
    expect(made.body).toMatchObject({ properties: { provisioningState: "Provisioning" } });
    const etag = (made.body as { readonly etag: string }).etag;
    await azure.send("GET", String(made.headers["azure-asyncoperation"]));
    await azure.send("GET", String(made.headers["azure-asyncoperation"]));
    const read = (await azure.send("GET", path)).body as { readonly etag: string };
    expect(read).toMatchObject({ properties: { provisioningState: "Succeeded" } });
    expect(read.etag).not.toBe(etag);
    const gone = await azure.send("DELETE", path);
    expect([gone.status, gone.headers["retry-after"], typeof gone.headers["location"]]).toEqual([
      202,
      "10",
      "string",
    ]);
    expect(gone.headers["azure-asyncoperation"]).toContain("/operationStatus/");
  });

  it("of a workspace: only the resource itself tells", async () => {
    const azure = await started({ secondsPerPoll: 15 });
    const path = `${azure.group}/providers/Microsoft.OperationalInsights/workspaces/logs1?${v}`;
    const made = await azure.send("PUT", path, {
      location: "westeurope",
      properties: { sku: { name: "PerGB2018" } },
    });
    expect(made.status).toBe(201);
    const states = [made, await azure.send("GET", path), await azure.send("GET", path)].map(
      ({ body }) =>
        (body as { readonly properties: { readonly provisioningState: string } }).properties
          .provisioningState,
    );
    expect(states).toEqual(["Creating", "Creating", "Succeeded"]);
  });

  it("end when the clock is moved on, without any poll", async () => {
    const azure = await started();
    const vault = await withVault(azure);
    await azure.send("PUT", `${vault}/replicationFabrics/f?${v}`, fabric);
    const names = () => azure.simulator.liveResources().map(({ name }) => name);
    expect(names()).not.toContain("f");
    azure.simulator.clock.advance(60);
    expect(names()).not.toContain("f");
    azure.simulator.clock.advance(10);
    expect(names()).toContain("f");
  });

  it("are all over at the first poll by default, so that no client sleeps", async () => {
    const azure = await rawAzure();
    open.push(azure);
    const vault = await withVault(azure);
    const accepted = await azure.send("PUT", `${vault}/replicationFabrics/f?${v}`, fabric);
    expect(statusOf(await azure.send("GET", String(accepted.headers["azure-asyncoperation"])))).toBe(
      "Succeeded",
    );
  });

  it("refuse what conflicts with them and let it through afterwards", async () => {
    const azure = await started();
    const vault = await withVault(azure);
    await azure.send("PUT", `${vault}/replicationFabrics/f?${v}`, fabric);
    const again = await azure.send("PUT", `${vault}/replicationFabrics/f?${v}`, fabric);
    expect([again.status, codeOf(again)]).toEqual([409, "AnotherOperationInProgress"]);
    azure.simulator.clock.advance(100);
    expect((await azure.send("PUT", `${vault}/replicationFabrics/f?${v}`, fabric)).status).toBe(202);
    const deletion = await azure.send("DELETE", `${azure.group}?${v}`);
    expect(deletion.status).toBe(202);
    const late = await azure.send(
      "PUT",
      `${azure.group}/providers/Microsoft.Network/virtualNetworks/n?${v}`,
      { location: "westeurope" },
    );
    expect(codeOf(late)).toBe("ResourceGroupBeingDeleted");
  });

  it("delete by 204 what is not there, and by 202 what is", async () => {
    const azure = await started();
    const vault = await withVault(azure);
    expect((await azure.send("DELETE", `${vault}/replicationPolicies/p?${v}`)).status).toBe(204);
    await azure.sendAndWait("PUT", `${vault}/replicationFabrics/f?${v}`, fabric);
    expect((await azure.send("DELETE", `${vault}/replicationFabrics/f?${v}`)).status).toBe(202);
  });
});
