import { afterEach, describe, expect, it } from "vitest";
import { drill, type DrillRequest } from "../../../operations/drill";
import { drillWorld, type DrillWorld } from "./drill-world";

let world: DrillWorld;
afterEach(() => world.close());

const networkVersion = "2024-05-01";

/** A preflight alone. */
function dryRun(request: Partial<DrillRequest> = {}) {
  const { connection, clock, planId } = world;
  return drill(
    { planId, networkId: world.network("test"), dryRun: true, ...request },
    { connection, clock, onProgress: () => undefined },
  );
}

async function peer(from: string, to: string): Promise<void> {
  await world.put(
    `${world.network(from)}/virtualNetworkPeerings/to-${to}`,
    { properties: { remoteVirtualNetwork: { id: world.network(to) }, allowVirtualNetworkAccess: true } },
    networkVersion,
  );
}

async function addNetwork(name: string, subnets: readonly string[] = ["apps"]): Promise<void> {
  await world.put(
    world.network(name),
    {
      location: "northeurope",
      properties: {
        addressSpace: { addressPrefixes: ["10.50.0.0/16"] },
        subnets: subnets.map((subnet, index) => ({
          name: subnet,
          properties: { addressPrefix: `10.50.${index}.0/24` },
        })),
      },
    },
    networkVersion,
  );
}

describe("the isolation of the test network", () => {
  it.each([
    ["production", /it is the network that web1 is in/],
    ["recovery", /it is the recovery network of web1/],
    ["RECOVERY", /it is the recovery network of web1/],
  ])("is none in the network %s", async (name, message) => {
    world = await drillWorld();
    await expect(dryRun({ networkId: world.network(name) })).rejects.toThrow(message);
  });

  it("is none where a peering leads to production, directly or over a hub", async () => {
    world = await drillWorld();
    await addNetwork("hub");
    await peer("test", "hub");
    expect((await dryRun()).outcome).toBe("ready");
    await peer("hub", "production");
    await expect(dryRun()).rejects.toThrow(
      /it is peered with production over hub, the network that web1 is in/,
    );
    await peer("test", "recovery");
    await expect(dryRun()).rejects.toThrow(/it is peered with recovery, the recovery network of web1/);
  });

  it("is none with a subnet for gateways, here or next door", async () => {
    world = await drillWorld();
    await addNetwork("hub", ["apps", "GatewaySubnet"]);
    await expect(dryRun({ networkId: world.network("hub") })).rejects.toThrow(/it has a subnet for gateways/);
    await peer("test", "hub");
    await expect(dryRun()).rejects.toThrow(/it is peered with hub, which has a subnet for gateways/);
  });

  it("is not believed where it cannot be read", async () => {
    world = await drillWorld({
      faults: {
        schema: "asr-faults/1",
        faults: [
          {
            on: { method: "GET", path: "virtualNetworks/hub$" },
            times: 9,
            fault: "error",
            status: 403,
            code: "AuthorizationFailed",
            message: "Not allowed.",
          },
        ],
      },
    });
    await addNetwork("hub");
    await peer("test", "hub");
    await expect(dryRun()).rejects.toThrow(
      /reaches production is unknown: hub cannot be read \(Not allowed\. The identity needs Microsoft\.Network\/virtualNetworks\/read: give it the role Reader on its resource group\.\)/,
    );
  });

  it("cannot be that of a network that is not there, however often it is allowed", async () => {
    world = await drillWorld();
    const none = {
      networkId: world.network("none"),
      allowProductionNetwork: true,
      confirmProductionNetwork: "none",
    };
    await expect(dryRun(none)).rejects.toThrow(/none does not exist/);
  });

  it("says which region the network has to be in", async () => {
    world = await drillWorld();
    await world.put(
      world.network("far"),
      {
        location: "westeurope",
        properties: {
          addressSpace: { addressPrefixes: ["10.60.0.0/16"] },
          subnets: [{ name: "apps", properties: { addressPrefix: "10.60.0.0/24" } }],
        },
      },
      networkVersion,
    );
    const { outcome, reasons } = await dryRun({ networkId: world.network("far") });
    expect(outcome).toBe("refused");
    expect(reasons[0]).toMatch(/^far: The network lies in westeurope, but web1 recovers in northeurope/);
  });
});
