import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assess } from "../../estate/assess";
import type { Assessment } from "../../estate/assessment";
import type { EstateMachine } from "../../estate/document";
import { readEstate } from "../../estate/read";
import { verdicts } from "../../limits/verdict";
import { referenceAbsent, referenceInventory } from "./reference";

const windows2019: EstateMachine["os"] = {
  family: "windows",
  name: "Windows Server",
  version: "2019",
  architecture: "x64",
};
const fine: EstateMachine = { name: "fine", os: windows2019, disks: [{ sizeGiB: 40, os: true }] };

function assessed(...machines: EstateMachine[]): Assessment {
  return assess(
    { schema: "asr-estate/1", scenario: "vmware-to-azure", machines },
    { edition: "current", asOf: "2026-11-23" },
  );
}

describe("verdicts of Azure Migrate beside ours", () => {
  it("are compared only where the inventory carries some", () => {
    expect(assessed(fine).azureMigrate).toBeUndefined();
  });

  it("name the finding that decides, and whether Azure Migrate reviews such a property", () => {
    const { azureMigrate } = assessed(
      {
        ...fine,
        name: "old",
        os: { ...windows2019, version: "2003" },
        azureMigrate: { readiness: "conditional", issues: ["Windows OS not under MS support"] },
      },
      {
        ...fine,
        name: "shared",
        disks: [...(fine.disks ?? []), { sizeGiB: 40, os: false, shared: true }],
        azureMigrate: { readiness: "ready" },
      },
    );
    expect(azureMigrate).toMatchObject({ machines: 2, alike: 0 });
    expect(azureMigrate?.classes).toEqual([
      {
        azureMigrate: "ready",
        verdict: "not-ready",
        machines: 1,
        reasons: [
          {
            kind: "rule",
            what: "ASR-0109 shared-disk",
            reviewedByAzureMigrate: false,
            machines: 1,
            example: "shared",
          },
        ],
      },
      {
        azureMigrate: "conditional",
        verdict: "not-ready",
        machines: 1,
        reasons: [
          {
            kind: "rule",
            what: "ASR-0104 guest-os-supported",
            reviewedByAzureMigrate: true,
            machines: 1,
            example: "old",
          },
          {
            kind: "azure-migrate-issue",
            what: "Windows OS not under MS support",
            machines: 1,
            example: "old",
          },
        ],
      },
    ]);
  });

  it("name the fact that is missing here, and the verdict that Azure Migrate does not explain", () => {
    const { os: _os, ...unknown } = fine;
    const { azureMigrate } = assessed(
      { ...unknown, azureMigrate: { readiness: "ready" } },
      { ...fine, azureMigrate: { readiness: "not-ready" } },
    );
    expect(azureMigrate?.classes.map(({ reasons }) => reasons.map(({ kind, what }) => [kind, what]))).toEqual(
      [[["missing-fact", "os.family"]], [["azure-migrate-unsaid", ""]]],
    );
  });

  it("count every machine once, and give a reason for every pair that differs", () => {
    const machine = fc.record({
      readiness: fc.constantFrom(...verdicts),
      issues: fc.array(fc.constantFrom("a", "b"), { maxLength: 2 }),
      version: fc.constantFrom("2019", "2003", undefined),
      shared: fc.constantFrom(true, false, undefined),
      carries: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(machine, { maxLength: 12 }), (drawn) => {
        const result = assessed(
          ...drawn.map(({ readiness, issues, version, shared, carries }, index): EstateMachine => ({
            name: `m${index}`,
            os: { ...windows2019, version },
            disks: [{ sizeGiB: 40, os: true, shared }],
            ...(carries ? { azureMigrate: { readiness, issues } } : {}),
          })),
        ).azureMigrate;
        const carrying = drawn.filter(({ carries }) => carries).length;
        expect(result?.machines ?? 0).toBe(carrying);
        for (const { azureMigrate, verdict, machines, reasons } of result?.classes ?? []) {
          expect(reasons.length > 0).toBe(azureMigrate !== verdict);
          expect(reasons.every((reason) => reason.machines <= machines)).toBe(true);
        }
        expect((result?.classes ?? []).reduce((sum, { machines }) => sum + machines, 0)).toBe(carrying);
      }),
      { numRuns: 50 },
    );
  });
});

describe.skipIf(referenceAbsent !== undefined)(`published assessments ${referenceAbsent ?? ""}`, () => {
  it.each(["As is PAYG.xlsx", "Perf PAYG.xlsx"])("%s: each of the 547 verdicts is compared", async (name) => {
    const { document } = await readEstate([referenceInventory(`azure-migrate-assessment-export/${name}`)]);
    const { azureMigrate, summary } = assess(document, { edition: "current", asOf: "2026-11-23" });
    const classes = azureMigrate?.classes ?? [];
    const theirs = (readiness: string): number =>
      classes
        .filter((each) => each.azureMigrate === readiness)
        .reduce((sum, { machines }) => sum + machines, 0);
    // Counted from the files with another program.
    expect(["ready", "conditional", "not-ready", "unknown"].map(theirs)).toEqual([381, 164, 0, 2]);
    const ours = (verdict: string): number =>
      classes.filter((each) => each.verdict === verdict).reduce((sum, { machines }) => sum + machines, 0);
    expect(["ready", "conditional", "not-ready", "unknown"].map(ours)).toEqual([
      summary.ready,
      summary.conditional,
      summary.notReady,
      summary.unknown,
    ]);
    const different = classes.filter((each) => each.azureMigrate !== each.verdict);
    expect(different.length).toBeGreaterThan(0);
    expect(different.every(({ reasons }) => reasons.length > 0)).toBe(true);
    const reasons = different.flatMap((each) => each.reasons.map(({ what }) => what));
    expect(reasons).toContain("Conditionally endorsed Linux OS");
    expect(reasons).toContain("ASR-0131 guest-ipv6");
  });
});
