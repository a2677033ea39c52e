import { afterEach, describe, expect, it } from "vitest";
import { drill, type DrillRequest } from "../../../operations/drill";
import { drillWorld, providers, type DrillWorld, type WorldOptions } from "./drill-world";

let world: DrillWorld;
afterEach(() => world.close());

type Quotas = NonNullable<WorldOptions["quotas"]>;
const quotas = (cores: number, family: number): Quotas => [
  { location: "northeurope", name: "cores", currentValue: 0, limit: cores },
  { location: "northeurope", name: "standardDSv3Family", currentValue: 0, limit: family },
];

/** What preflight says of addresses and quota, nothing being started. */
async function found(
  options: WorldOptions,
  request: Partial<DrillRequest> = {},
  prepare: () => Promise<void> = () => Promise.resolve(),
) {
  world = await drillWorld(options);
  await prepare();
  const { connection, clock, planId } = world;
  const { preflight, outcome } = await drill(
    { planId, networkId: world.network("test"), dryRun: true, ...request },
    { connection, clock, onProgress: () => undefined },
  );
  const about = (wanted: string) =>
    preflight
      .filter(({ check }) => check === wanted)
      .map(({ status, subject, message }) => `${status} ${subject}: ${message}`);
  return { outcome, quota: about("quota"), addresses: about("addresses") };
}

/** Something else in the test network. */
function adapter(privateIPAddress: string): Promise<void> {
  const subnet = { id: `${world.network("test")}/subnets/apps` };
  const id = world.network("x").replace(/virtualNetworks\/x$/, "networkInterfaces/other");
  const properties = {
    ipConfigurations: [
      { name: "one", properties: { subnet, privateIPAddress, privateIPAllocationMethod: "Static" } },
    ],
  };
  return world.put(id, { location: "northeurope", properties }, "2024-05-01");
}

describe.each(providers)("preflight of %s machines", (provider) => {
  it("finds quota and addresses enough", async () => {
    const { outcome, quota, addresses } = await found({ provider, quotas: quotas(4, 4) });
    expect(quota).toEqual([
      "ok northeurope: cores: 4 vCPUs are free, 4 are needed.",
      "ok northeurope: standardDSv3Family: 4 vCPUs are free, 4 are needed.",
    ]);
    // A /24 has 251 addresses that Azure does not keep.
    expect(addresses).toEqual(["ok test: 251 addresses are free, 2 are needed."]);
    expect(outcome).toBe("ready");
  });
});

describe("preflight", () => {
  it.each([
    ["in all", quotas(3, 4), "error northeurope: cores: 3 vCPUs are free, the test machines need 4."],
    [
      "of the family",
      quotas(9, 3),
      "error northeurope: standardDSv3Family: 3 vCPUs are free, the test machines need 4.",
    ],
  ])("stops a drill that the quota %s is too small for", async (_what, given, message) => {
    const { outcome, quota } = await found({ quotas: given });
    expect(quota).toContain(message);
    expect(outcome).toBe("refused");
  });

  it("stops a drill into a network without room", async () => {
    const { outcome, addresses } = await found({
      quotas: quotas(8, 8),
      testPrefixLength: 29,
      machines: ["a", "b", "c", "d"],
    });
    expect(addresses).toEqual(["error test: 3 addresses are free, and the machines' adapters need 4."]);
    expect(outcome).toBe("refused");
  });

  it.each([
    ["10.9.0.7", "ok web1: The test address 10.9.0.7 is free.", "ready"],
    ["10.9.0.8", "error web1: The test address 10.9.0.8 is taken or lies in no subnet of test.", "refused"],
  ])("looks whether the static address %s is free", async (testAddress, message, ended) => {
    const { outcome, addresses } = await found(
      { quotas: quotas(8, 8), machines: ["web1"], testAddress },
      {},
      () => adapter("10.9.0.8"),
    );
    expect(addresses).toContain(message);
    expect(outcome).toBe(ended);
  });
});
