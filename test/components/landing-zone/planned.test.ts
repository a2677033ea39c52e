import * as pulumi from "@pulumi/pulumi";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { checkLandingZone } from "../../../components/landing-zone/check";
import { assess } from "../../../estate/assess";
import type { EstateDocument } from "../../../estate/document";
import { plan } from "../../../estate/plan";
import { readEstate } from "../../../estate/read";
import { openLandingZoneText } from "../../../landing-zone/read";
import { writeLandingZone } from "../../../landing-zone/write";

beforeAll(() =>
  pulumi.runtime.setMocks(
    { newResource: () => ({ id: "id", state: {} }), call: () => ({}) },
    "project",
    "stack",
    true,
    "organization",
  ),
);

const asOf = "2026-01-01";

describe("what is planned", () => {
  it("is what the check of a landing zone accepts", async () => {
    const sample = join(__dirname, "../../../stacks/landing-zone/sample-estate.yaml");
    const { document } = await readEstate([sample]);
    const { landingZones } = plan(document, assess(document, { asOf }));
    expect(landingZones.length).toBeGreaterThan(0);
    for (const zone of landingZones) {
      expect(checkLandingZone(openLandingZoneText(writeLandingZone(zone, "test"))).undecided).toEqual([]);
    }
  });

  it("carries the waivers that its machines were planned with", () => {
    const document: EstateDocument = {
      schema: "asr-estate/1",
      scenario: "vmware-to-azure",
      machines: ["big_one", "other"].map((name) => ({
        name,
        kind: "vmware-vm",
        os: { family: "windows", name: "Windows Server", version: "2022", architecture: "x64" },
        firmware: "bios",
        disks: [
          { name: "a", sizeGiB: 64, os: true },
          { name: "b", sizeGiB: name === "other" ? 64 : 40_960, os: false },
        ],
      })),
    };
    const waived = { subject: "big_one", reason: "is split", owner: "storage", expires: "2999-01-01" };
    const waivers = ["data-disk-max-size", "machine-name"].map((rule) => ({ rule, ...waived }));
    const { landingZones } = plan(document, assess(document, { asOf, waivers }));
    const [zone] = landingZones;
    expect(Object.keys(zone?.machines ?? {})).toEqual(["big-one", "other"]);
    expect(zone?.waivers).toContainEqual({ rule: "data-disk-max-size", ...waived, subject: "big-one" });
    const check = (text: string) => () => checkLandingZone(openLandingZoneText(text));
    const text = writeLandingZone(zone ?? expect.unreachable(), "test");
    expect(check(text)).not.toThrow();
    expect(check(text.replace(/\nwaivers:\n[^]*$/, "\n"))).toThrow(/40960 GiB/);
  });
});
