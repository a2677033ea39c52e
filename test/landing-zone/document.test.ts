import { describe, expect, it } from "vitest";
import Ajv2020 from "ajv/dist/2020";
import { isExisting, landingZoneJsonSchema } from "../../landing-zone/document";
import { parseLandingZone } from "../../landing-zone/read";
import { writeLandingZone } from "../../landing-zone/write";
import { sampleLandingZone, sampleYaml } from "./sample";

/** The one-line message with which a text is refused. */
function refusal(text: string): string {
  try {
    parseLandingZone(text, "zone.yaml");
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("the text was accepted");
}

/** Nine to the power of nine values, in a few lines. */
const aliasBomb = Array.from({ length: 9 }, (_, level) => {
  const item = level === 0 ? "x" : `*level${level - 1}`;
  return `level${level}: &level${level} [${Array(9).fill(item).join(", ")}]`;
}).join("\n");

const edited = (from: string, to: string): string => {
  expect(sampleYaml).toContain(from);
  return sampleYaml.replace(from, to);
};

describe("reading", () => {
  it("takes new and existing levels apart", () => {
    const zone = parseLandingZone(sampleYaml);
    expect(isExisting(zone.vault)).toBe(false);
    expect(zone.networks !== undefined && isExisting(zone.networks.recovery)).toBe(false);
    const existing = parseLandingZone(
      edited(
        "  name: rsv-dr\n  identity: system",
        "  id: /subscriptions/s/resourcegroups/r/providers/microsoft.recoveryservices/vaults/v",
      ),
    );
    expect(isExisting(existing.vault)).toBe(true);
  });

  it.each([
    [
      "an unknown key",
      "kind: StorageV2",
      "kynd: StorageV2",
      /^zone\.yaml:\d+:\d+, cacheStorage\.kynd: Unknown key "kynd"/,
    ],
    [
      "a wrong type",
      "sizeGiB: 100",
      "sizeGiB: big",
      /^zone\.yaml:\d+:\d+, machines\.db01\.disks\[0\]\.sizeGiB: .*expected number/,
    ],
    [
      "an id of another type",
      "  name: rsv-dr\n  identity: system",
      "  id: /subscriptions/s/resourceGroups/r/providers/Microsoft.Storage/storageAccounts/a",
      /vault\.id: Expected the id of a Microsoft\.RecoveryServices\/vaults/,
    ],
    ["a missing key", "region: westeurope\n", "", /region: The key is missing: expected string/],
    [
      "an unknown cache account",
      "policy: 24-hours",
      "policy: 24-hours\n    cacheStorage: 2",
      /machines\.db01\.cacheStorage: There is no cache account 2: the landing zone has 1/,
    ],
    [
      "an unknown policy",
      "policy: 24-hours",
      "policy: daily",
      /machines\.db01\.policy: No policy has the name "daily"/,
    ],
    [
      "an unknown machine in a plan",
      "machines: [db01]",
      "machines: [db02]",
      /recoveryPlans\[0\]\.groups\[0\]\.machines\[0\]: No machine has the key "db02"/,
    ],
    [
      "a machine twice in a plan",
      "machines: [db01]",
      "machines: [db01, db01]",
      /machines\[1\]: The machine "db01" is in the plan twice/,
    ],
    [
      "a subnet outside its network",
      "addressPrefix: 10.1.0.0/24",
      "addressPrefix: 10.9.0.0/24",
      /subnets\[0\]\.addressPrefix: The subnet 10\.9\.0\.0\/24 lies outside/,
    ],
    [
      "a range that is none",
      "addressPrefix: 10.1.0.0/24",
      "addressPrefix: 10.1.0.0/240",
      /Expected an address range/,
    ],
    [
      "an experience where there is none",
      "scenario: vmware-to-azure",
      "scenario: hyperv-to-azure",
      /experience: hyperv-to-azure has no experience/,
    ],
    [
      "a region's display name",
      "region: westeurope",
      "region: West Europe",
      /region: Expected a region in its short form/,
    ],
    ["another document", "asr-landing-zone/1", "asr-estate/1", /schema: .*asr-landing-zone\/1/],
  ])("refuses %s with line, column and path", (_, from, to, message) => {
    const text = refusal(edited(from, to));
    expect(text).toMatch(message);
    expect(text).toMatch(/^zone\.yaml:\d+:\d+/);
    expect(text).not.toContain("\n");
  });

  it("points at the very value", () => {
    const text = edited("policy: 24-hours", "policy: daily");
    const line = text.split("\n").findIndex((candidate) => candidate.includes("policy: daily")) + 1;
    const column = (text.split("\n")[line - 1] ?? "").indexOf("daily") + 1;
    expect(refusal(text)).toContain(`zone.yaml:${line}:${column}, machines.db01.policy:`);
  });

  it.each([
    ["empty text", "  \n"],
    ["broken YAML", "schema: [asr"],
    ["a doubled key", `${sampleYaml}\nregion: northeurope\n`],
    ["a list", "- a\n- b\n"],
    ["an alias bomb", aliasBomb],
  ])("refuses %s in one line", (_, text) => {
    expect(refusal(text)).toMatch(/^zone\.yaml/);
    expect(refusal(text)).not.toContain("\n");
  });
});

describe("writing", () => {
  it("gives a text that reads back as the same document", () => {
    const text = writeLandingZone(sampleLandingZone(), "Written by a test.\nSecond line.");
    expect(text).toMatch(/^# Written by a test\.\n# Second line\.\n/);
    expect(parseLandingZone(text)).toEqual(sampleLandingZone());
  });

  it("does not depend on the order of keys", () => {
    const zone = sampleLandingZone();
    const reversed = Object.fromEntries(Object.entries(zone).reverse()) as typeof zone;
    expect(writeLandingZone(reversed, "")).toBe(writeLandingZone(zone, ""));
  });
});

describe("JSON Schema", () => {
  it("accepts the sample and refuses an unknown key", () => {
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(landingZoneJsonSchema());
    expect(validate(sampleLandingZone())).toBe(true);
    expect(validate({ ...sampleLandingZone(), vaults: [] })).toBe(false);
  });
});
