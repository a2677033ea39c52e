import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { rawAzure, type RawAzure } from "./raw-client";

let azure: RawAzure;
let subscription: string;
let network: string;
beforeEach(async () => {
  azure = await rawAzure({
    strict: true,
    seed: {
      schema: "asr-seed/1",
      resourceGroups: [{ name: "rg1", location: "westeurope" }],
      azureVirtualMachines: [
        {
          name: "vm1",
          resourceGroup: "rg1",
          location: "westeurope",
          disks: [{ name: "os", sizeGiB: 30 }],
          nics: [
            {
              name: "vm1-nic",
              subnetId: `/subscriptions/22222222-2222-4222-8222-222222222222/resourceGroups/rg1/providers/Microsoft.Network/virtualNetworks/net/subnets/apps`,
              privateIpAddress: "10.0.0.5",
            },
          ],
        },
      ],
    },
  });
  subscription = azure.group.replace(/\/resourceGroups\/.*/, "");
  network = `${azure.group}/providers/Microsoft.Network/virtualNetworks/net`;
  await azure.sendAndWait("PUT", `${network}?api-version=2024-05-01`, {
    location: "westeurope",
    properties: {
      addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
      subnets: [{ name: "apps", properties: { addressPrefix: "10.0.0.0/29" } }],
    },
  });
});
afterEach(() => azure.close());

const get = async (path: string, query = "") =>
  (await azure.send("GET", `${path}?api-version=2024-05-01${query}`)).body as Record<string, unknown>;

describe("addresses of a simulated network", () => {
  it("are counted subnet by subnet, less the five that Azure keeps", async () => {
    expect(await get(`${network}/usages`)).toMatchObject({
      value: [{ id: `${network}/subnets/apps`, currentValue: 1, limit: 3, unit: "Count" }],
    });
  });

  it.each([
    ["10.0.0.4", { available: true }],
    ["10.0.0.5", { available: false, availableIPAddresses: ["10.0.0.4", "10.0.0.6"] }],
    ["10.0.0.1", { available: false, isPlatformReserved: true }],
    ["10.0.0.7", { available: false, isPlatformReserved: true }],
    ["10.0.9.4", { available: false, availableIPAddresses: [] }],
  ])("tell of %s whether it is free", async (address, answer) => {
    expect(await get(`${network}/CheckIPAddressAvailability`, `&ipAddress=${address}`)).toMatchObject(answer);
  });

  it("come with the network where that is asked for", async () => {
    const plain = await get(network);
    expect(JSON.stringify(plain)).not.toContain("10.0.0.5");
    expect(await get(network, "&$expand=subnets/ipConfigurations")).toMatchObject({
      properties: {
        subnets: [{ properties: { ipConfigurations: [{ properties: { privateIPAddress: "10.0.0.5" } }] } }],
      },
    });
  });
});

describe("sizes of virtual machines", () => {
  it("have the vCPUs of the documents, by region and as SKUs with their family", async () => {
    const compute = `${subscription}/providers/Microsoft.Compute`;
    const { value } = (await get(`${compute}/locations/northeurope/vmSizes`)) as { value: unknown[] };
    expect(value).toContainEqual({ name: "Standard_D2s_v3", numberOfCores: 2, memoryInMB: 8192 });
    const skus = (await get(`${compute}/skus`, "&$filter=location eq 'northeurope'")) as { value: unknown[] };
    expect(skus.value).toContainEqual(
      expect.objectContaining({
        name: "Standard_E4s_v5",
        family: "standardESv5Family",
        locations: ["northeurope"],
      }),
    );
    expect(azure.simulator.liveResources().filter(({ type }) => /vmSizes|skus/.test(type))).toEqual([]);
  });
});

describe("a run command", () => {
  it.each([
    ["echo ready", { executionState: "Succeeded", exitCode: 0, output: "ready" }],
    ["echo 'no disk'\nexit 3\necho more", { executionState: "Failed", exitCode: 3, output: "no disk" }],
  ])("of %j tells how it ended, and goes with its machine", async (script, view) => {
    const machine = `${azure.group}/providers/Microsoft.Compute/virtualMachines/vm1`;
    const command = `${machine}/runCommands/probe`;
    const accepted = await azure.send("PUT", `${command}?api-version=2024-07-01`, {
      location: "westeurope",
      properties: { source: { script } },
    });
    expect(accepted.status).toBe(201);
    expect(await get(command, "&$expand=instanceView")).toMatchObject({
      properties: { instanceView: { executionState: "Running" } },
    });
    azure.simulator.clock.advance(60);
    expect(await get(command, "&$expand=instanceView")).toMatchObject({ properties: { instanceView: view } });
    expect(JSON.stringify(await get(command))).not.toContain("instanceView");
    await azure.sendAndWait("DELETE", `${machine}?api-version=2024-07-01`);
    expect((await azure.send("GET", `${command}?api-version=2024-07-01`)).status).toBe(404);
  });
});
