import { describe, expect, it } from "vitest";
import { packConfiguration } from "../../policy-pack/azure-site-recovery-policies";
import { packRules, policyPack } from "../../policy-pack/pack";
import { settingsSchema } from "../../policy-pack/settings-schema";
import { servePack } from "./served-pack";

describe("the pack as the engine and Pulumi Cloud see it", () => {
  const { policies } = policyPack();

  it("has the policy settings first, then one policy a rule of the same name", () => {
    expect(policies.map(({ name }) => name)).toEqual(["settings", ...packRules().map(({ name }) => name)]);
  });

  it("fills every field of every policy", () => {
    for (const policy of policies.slice(1)) {
      expect(policy, policy.name).toMatchObject({
        displayName: expect.stringMatching(/./) as string,
        description: expect.stringMatching(/./) as string,
        enforcementLevel: "mandatory",
        severity: expect.stringMatching(/high|medium/) as string,
        remediationSteps: expect.stringMatching(/./) as string,
        framework: {
          name: "Azure Site Recovery documentation",
          version: expect.stringMatching(/2016-12|2019-05|current/) as string,
          reference: expect.stringMatching(/./) as string,
          specification: expect.stringMatching(/\d{4}-\d{2}-\d{2}/) as string,
        },
      });
      expect(policy.name).toMatch(/^[A-Za-z0-9_.-]{1,100}$/);
      expect(policy.tags?.[1]).toMatch(/^ASR-\d{4}$/);
    }
  });

  it("describes its settings by the schema that it reads them with", async () => {
    const info = await (await servePack()).info();
    const settings = info.getPoliciesList()[0]?.getConfigschema()?.getProperties()?.toJavaScript();
    expect(Object.keys(settings ?? {}).sort()).toEqual(Object.keys(settingsSchema.shape).sort());
    expect(settings).toMatchObject({
      edition: { type: "string", enum: ["2016-12", "2019-05", "current"] },
      scope: { enum: ["replication", "everything"] },
      waivers: { type: "array", items: { required: ["rule", "subject", "reason", "owner", "expires"] } },
    });
  });
});

describe("configuration in code", () => {
  it("is that of a file, by policy", () => {
    expect(
      packConfiguration({
        all: "advisory",
        settings: { edition: "2019-05", enforcementLevel: "mandatory" },
        rules: { "storage-region": "disabled" },
      }),
    ).toEqual({
      all: "advisory",
      settings: { edition: "2019-05", enforcementLevel: "mandatory" },
      "storage-region": "disabled",
    });
    expect(packConfiguration({})).toEqual({});
  });

  it("refuses rules that do not exist", () => {
    expect(() => packConfiguration({ rules: { "no-such-rule": "mandatory" } })).toThrow(/no-such-rule/);
  });
});
