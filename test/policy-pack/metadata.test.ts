import { describe, expect, it } from "vitest";
import { editions } from "../../limits/editions";
import { loadMatrix } from "../../limits/matrix/load";
import { packConfiguration } from "../../policy-pack/azure-site-recovery-policies";
import { packRules, policyPack } from "../../policy-pack/pack";
import { settingsSchema } from "../../policy-pack/settings-schema";
import { servePack } from "./served-pack";

describe("the pack as the engine and Pulumi Cloud see it", () => {
  const { policies } = policyPack();

  const rules = packRules();
  const rulePolicies = policies.slice(1, 1 + rules.length);

  it("has the policy settings first, then one policy a rule of the same name, then the remediations", () => {
    expect(policies.map(({ name }) => name)).toEqual([
      "settings",
      ...rules.map(({ name }) => name),
      "remediate-cache-storage-minimum-tls",
      "remediate-cache-storage-public-access",
      "remediate-cache-storage-sku",
    ]);
  });

  it("leads from every rule to a page that it cites, of the newest edition that has one", () => {
    const limits = loadMatrix().filter(({ source }) => source.url !== undefined);
    for (const [index, rule] of rules.entries()) {
      const cited = limits.filter(({ id }) => rule.limits.includes(id));
      const newest = editions.findLast((edition) => cited.some((limit) => limit.edition === edition));
      const pages = cited.filter(({ edition }) => edition === newest).map(({ source }) => source.url);
      const { name, url } = rulePolicies[index] ?? {};
      expect(pages, name).toContain(url);
    }
    const urlOf = (name: string) => policies.find((policy) => policy.name === name)?.url;
    expect(urlOf("availability-zone")).toMatch(/^https:\/\/learn\.microsoft\.com\/azure\/site-recovery\//);
    // Its limits stand in the edition of 2016-12 alone, which has a history and no page any more.
    expect(urlOf("network-required")).toMatch(/^https:\/\/github\.com\/MicrosoftDocs\/azure-docs\/commits\//);
  });

  it("has remediations that do nothing until they are asked to", () => {
    for (const policy of policies.slice(1 + rules.length)) {
      expect(policy, policy.name).toMatchObject({
        displayName: expect.stringMatching(/./) as string,
        description: expect.stringMatching(/./) as string,
        enforcementLevel: "disabled",
        severity: "medium",
        tags: ["site-recovery", "remediation"],
        remediationSteps: expect.stringMatching(/./) as string,
        remediateResource: expect.any(Function) as object,
      });
      expect(policy, policy.name).not.toHaveProperty("validateResource");
      expect(policy.name).toMatch(/^[A-Za-z0-9_.-]{1,100}$/);
    }
  });

  it("fills every field of every policy", () => {
    for (const policy of rulePolicies) {
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
        rules: { "storage-region": "disabled", "remediate-cache-storage-sku": "remediate" },
      }),
    ).toEqual({
      all: "advisory",
      settings: { edition: "2019-05", enforcementLevel: "mandatory" },
      "storage-region": "disabled",
      "remediate-cache-storage-sku": "remediate",
    });
    expect(packConfiguration({})).toEqual({});
  });

  it("refuses rules that do not exist", () => {
    expect(() => packConfiguration({ rules: { "no-such-rule": "mandatory" } })).toThrow(/no-such-rule/);
  });
});
