import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stackLife, type StackLife } from "./stack-life";
import { expectRefused, farCache, keptTooLong } from "./twins";

const scenario = "azure-to-azure";

describe("the stack private-endpoints", () => {
  let life: StackLife;
  beforeAll(async () => {
    life = await stackLife("private-endpoints");
  });
  afterAll(() => life[Symbol.asyncDispose]());

  it("reaches the vault and the cache account over private endpoints alone", async () => {
    await life.deploy();
    const ending = (pattern: RegExp) => life.made().filter((id) => pattern.test(id));
    expect(ending(/\/privateendpoints\/[^/]+$/)).toHaveLength(3);
    expect(ending(/\/privatednszonegroups\/[^/]+$/)).toHaveLength(3);
    expect(ending(/\/privatednszones\/privatelink\.siterecovery\.windowsazure\.com$/)).toHaveLength(2);
    expect(ending(/\/virtualnetworklinks\/[^/]+$/)).toHaveLength(3);
    const resources = await life.project.resources();
    const vault = resources.find(({ type }) => type === "azure-native:recoveryservices:Vault");
    expect(vault?.outputs?.["properties"]).toMatchObject({ publicNetworkAccess: "Disabled" });
    // A vault that has items takes no endpoint any more.
    const made = resources.map(({ urn }) => urn);
    const last = made.findLastIndex((urn) => urn.includes("PrivateDnsZoneGroup"));
    const first = made.findIndex((urn) => urn.includes("ReplicationFabric"));
    expect(last).toBeLessThan(first);
  });

  it("is refused by the policies with a cache account that is far from the machines", async () => {
    await expectRefused(life, "policies", { scenario }, [farCache("northeurope")]);
  });

  it("is refused by its components with recovery points that are kept too long", async () => {
    await expectRefused(life, "component", { scenario }, [keptTooLong(scenario)]);
  });

  it("leaves nothing behind", async () => {
    await life.destroy();
  });
});
