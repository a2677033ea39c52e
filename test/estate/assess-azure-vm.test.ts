import { describe, expect, it } from "vitest";
import { assess } from "../../estate/assess";
import type { EstateDocument } from "../../estate/document";

/** An Azure VM with an operating-system disk of this kind. */
function estateOf(kind: "vhd" | "managed"): EstateDocument {
  return {
    schema: "asr-estate/1",
    scenario: "azure-to-azure",
    machines: [
      {
        name: "web01",
        kind: "azure-vm",
        os: { family: "windows", name: "Windows Server", version: "2022" },
        disks: [{ name: "os", sizeGiB: 127, os: true, kind }],
      },
    ],
  };
}

describe("assess, of an Azure VM", () => {
  const rules = (kind: "vhd" | "managed"): readonly string[] | undefined =>
    assess(estateOf(kind), { asOf: "2026-11-01" }).machines[0]?.findings.map((finding) => finding.rule);

  it("judges it by the rules of what Azure protects as well", () => {
    expect(rules("vhd")).toContain("unmanaged-disk-retired");
  });

  it("says nothing about managed disks", () => {
    expect(rules("managed")).not.toContain("unmanaged-disk-retired");
  });
});
