import { describe, expect, it } from "vitest";
import Ajv2020 from "ajv/dist/2020";
import { decodeText } from "../../landing-zone/decode-text";
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
      /^zone\.yaml:13:3, cacheStorage\.kynd: Unknown key "kynd"\. Did you mean kind\?/,
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
      /subnets\[0\]\.addressPrefix: 10\.9\.0\.0\/24 lies outside/,
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

  const json = (text: string): string =>
    JSON.stringify(sampleLandingZone()).replace('"region":', `${text},"region":`);
  it.each([
    ["empty text", "  \n", /The file is empty/],
    ["a comment alone", "# nothing\n", /expected object/],
    ["broken YAML", "schema: [asr", /^zone\.yaml:1:\d+: .*neither JSON nor YAML/],
    ["a doubled key", `${sampleYaml}\nregion: northeurope\n`, /^zone\.yaml:\d+:1: .*keys must be unique/],
    ["a doubled key of JSON", json('"region":"northeurope"'), /^zone\.yaml:1:\d+: .*keys must be unique/],
    ["a doubled key deep in JSON", json('"failback":{"a":1,"a":2}'), /keys must be unique/],
    ["a list", "- a\n- b\n", /^zone\.yaml:1:1: .*expected object/],
    ["two documents", `${sampleYaml}\n---\nschema: x\n`, /multiple documents/],
    ["an alias bomb", aliasBomb, /aliases .*excessive/i],
    ["an alias of itself", "a: &a [*a]\n", /^zone\.yaml/],
    ["an alias of nothing", "a: *nothing\n", /nothing/],
    ["JSON without end", "[".repeat(100_000) + "]".repeat(100_000), /nested deeper than 100 levels/],
    [
      "objects without end",
      '{"a":'.repeat(50_000) + "1" + "}".repeat(50_000),
      /nested deeper than 100 levels/,
    ],
    ["YAML without end", `a: ${"[".repeat(50_000)}${"]".repeat(50_000)}`, /nested/],
    [
      "blocks without end",
      Array.from({ length: 3000 }, (_, at) => `${" ".repeat(at)}a:`).join("\n"),
      /nested/,
    ],
    [
      "a name that moves the cursor",
      edited("name: rsv-dr", 'name: "rsv\\e[2J"'),
      /vault\.name: Expected a name without control/,
    ],
    [
      "a key that moves the cursor",
      sampleYaml.replaceAll("db01", '"db\\u001b[31m"'),
      /Expected a name without control characters/,
    ],
    ["a blank name", edited("name: rsv-dr", 'name: "  "'), /vault\.name: Expected a name that is not blank/],
  ])("refuses %s in one line", (_, text, message) => {
    expect(refusal(text)).toMatch(message);
    expect(refusal(text)).not.toMatch(/[\u0000-\u001f]/);
  });

  it("reads the same from every form of the text", () => {
    const zone = sampleLandingZone();
    expect(parseLandingZone(sampleYaml.replaceAll("\n", "\r\n"))).toEqual(zone);
    expect(parseLandingZone(JSON.stringify(zone))).toEqual(zone);
    // An anchor and a tag are for the other parser.
    expect(parseLandingZone(edited("name: rg-asr", "name: &group !!str rg-asr"))).toEqual(zone);
    for (const bytes of [
      Buffer.from(`\uFEFF${sampleYaml}`),
      Buffer.from(`\uFEFF${sampleYaml}`, "utf16le"),
      Buffer.from(sampleYaml),
    ]) {
      expect(parseLandingZone(decodeText(bytes))).toEqual(zone);
    }
    expect(() => decodeText(Buffer.from("a: b\0"), "zone.yaml")).toThrow(/^zone\.yaml: The file is binary/);
  });

  it("finds misspelt keys wherever they are, at the key", () => {
    expect(refusal(edited("  recovery:", "  recoveri:"))).toMatch(
      /^zone\.yaml:\d+:3, networks\.recoveri: .*Did you mean recovery\?/,
    );
    expect(refusal(edited("addressPrefix:", "adressPrefix:"))).toMatch(
      /\d+:9, .*Did you mean addressPrefix\?/,
    );
    expect(refusal(edited("{costCentre:", "{costCentre: x}\ntagz: {a:"))).toMatch(/:1, tagz: .*mean tags\?/);
    expect(refusal(edited("sizeGiB: 100", "sizeTiB: 1"))).toMatch(/Did you mean sizeGiB\?/);
    expect(refusal(edited("sourceId: vm-12", "colour: red"))).toMatch(/Known here are .*azureName/);
  });
});

/** A document of this many machines, written as `asr plan` writes it. */
function large(machines: number): string {
  const zone = sampleLandingZone();
  const { db01 } = zone.machines ?? {};
  const keys = Array.from({ length: machines }, (_, index) => `m${index}`);
  return writeLandingZone(
    {
      ...zone,
      machines: Object.fromEntries(keys.map((key) => [key, { ...db01, sourceId: `vm-${key}` }])),
      recoveryPlans: [],
    },
    "Many machines.",
  );
}

describe("a large document", () => {
  it("of 10,000 machines is read", () => {
    expect(Object.keys(parseLandingZone(large(10_000)).machines ?? {})).toHaveLength(10_000);
  }, 60_000);

  it("has its last mistake found", () => {
    const text = large(500);
    const at = text.lastIndexOf("sizeGiB: 100");
    expect(refusal(`${text.slice(0, at)}sizeGiB: big${text.slice(at + "sizeGiB: 100".length)}`)).toMatch(
      /^zone\.yaml:\d{4}:\d+, machines\.m99\.disks\[0\]\.sizeGiB: .*expected number/,
    );
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
