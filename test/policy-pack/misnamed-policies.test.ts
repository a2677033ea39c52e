import { beforeAll, describe, expect, it } from "vitest";
import { recordConfiguredPolicies } from "../../policy-pack/configured-policies";
import { classicProgram } from "./programs";
import { servePack, type ServedPack } from "./served-pack";

/** With the SDK's own server: the contract that `recordConfiguredPolicies` relies on. */
describe("a configuration of policies", () => {
  let pack: ServedPack;
  beforeAll(async () => {
    recordConfiguredPolicies();
    pack = await servePack();
  });

  /** What the policy `settings` says about a configuration. */
  async function said(configuration: Readonly<Record<string, object>>): Promise<readonly string[]> {
    await pack.configure({ settings: { edition: "2016-12" }, ...configuration });
    return (await pack.analyze(classicProgram({ kind: "Storage" })))
      .filter(({ policy }) => policy === "settings")
      .map(({ level, message }) => `${level}: ${message}`);
  }

  const level = { enforcementLevel: "advisory" };

  it("is fine with names of policies, and with all", async () => {
    expect(await said({ all: level, "storage-region": level, "remediate-cache-storage-sku": level })).toEqual(
      [],
    );
  });

  it.each([
    [
      "storage-regoin",
      /^mandatory: .*the policy storage-regoin, which this pack has not.*Did you mean storage-region\?/,
    ],
    ["ASR-0017", /ASR-0017 is called recovery-point-retention here/],
    ["appliance-sizing", /sees nothing of what a program holds/],
    ["quota", /the policy quota, .* Remove it\./],
  ])("is refused with the name %s", async (name, expected) => {
    expect(await said({ [name]: level })).toEqual([expect.stringMatching(expected)]);
    expect(await said({})).toEqual([]);
  });

  it("is refused with a setting that no policy but settings takes", async () => {
    expect(await said({ "storage-region": { edition: "2019-05" } })).toEqual([
      expect.stringMatching(/^mandatory: .*the policy storage-region edition: it has a level alone/),
    ]);
  });

  it("is told of at the level of settings", async () => {
    expect(await said({ nonsense: level, settings: { edition: "2016-12", ...level } })).toEqual([
      expect.stringMatching(/^advisory: .*nonsense/),
    ]);
  });
});
