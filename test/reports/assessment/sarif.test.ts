import { describe, expect, it } from "vitest";
import type { Log } from "sarif";
import { renderAssessment } from "../../../reports/assessment/render";
import { assessmentOf, findingOf, fourMachines, machineOf, manyMachines } from "./estate-of";
import { expectValidSarif } from "../sarif-schema";

function runOf(text: string): Log["runs"][number] {
  const log = JSON.parse(text) as Log;
  expectValidSarif(log);
  const [run] = log.runs;
  if (run === undefined) throw new Error("no run");
  return run;
}

describe("the SARIF report", () => {
  it("has a result a finding, with the rule it comes from", () => {
    const run = runOf(
      renderAssessment(assessmentOf(fourMachines), "sarif", { sources: ["inventories/As is PAYG.xlsx"] }),
    );
    expect(run.results?.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ["ASR-0001", "error"],
      ["ASR-0002", "warning"],
      ["ASR-0002", "warning"],
    ]);
    const [first] = run.results ?? [];
    expect(first?.message.text).toContain("Edition 2019-05");
    expect(first?.locations?.[0]).toMatchObject({
      physicalLocation: { artifactLocation: { uri: "inventories/As%20is%20PAYG.xlsx" } },
      logicalLocations: [{ name: "db01", fullyQualifiedName: "vm-12/disk Hard disk 1" }],
    });
    const rule = run.tool.driver.rules?.find(({ id }) => id === "ASR-0001");
    expect(rule).toMatchObject({ name: "os-disk-max-size" });
    expect(rule?.help?.markdown).toContain("What to do");
  });

  it("names the line of a delimited file, and sheet and row of a workbook", () => {
    const machine = (origin: { file: string; sheet?: string; row: number }) =>
      machineOf({ name: origin.file, verdict: "not-ready", findings: [findingOf({})], origin });
    const { results } = runOf(
      renderAssessment(
        assessmentOf([
          machine({ file: "import.csv", row: 12 }),
          machine({ file: "vcenter.xlsx", sheet: "vInfo", row: 7 }),
          machine({ file: "vms.json", row: 3 }),
        ]),
        "sarif",
        { sources: ["import.csv", "vcenter.xlsx", "vms.json"] },
      ),
    );
    expect(
      results?.map(({ locations }) => [
        locations?.[0]?.physicalLocation?.artifactLocation?.uri,
        locations?.[0]?.physicalLocation?.region?.startLine,
        locations?.[0]?.message?.text,
      ]),
    ).toEqual([
      ["import.csv", 12, "row 12"],
      ["vcenter.xlsx", 1, "sheet vInfo, row 7"],
      ["vms.json", 1, "row 3"],
    ]);
  });

  it("gives the same finding the same fingerprint, and no other", () => {
    const prints = (text: string): string[] =>
      (runOf(text).results ?? []).map(({ partialFingerprints }) => partialFingerprints?.["finding/v1"] ?? "");
    const once = prints(renderAssessment(assessmentOf(fourMachines), "sarif"));
    const again = prints(renderAssessment(assessmentOf([...fourMachines].reverse()), "sarif"));
    expect([...again].sort()).toEqual([...once].sort());
    expect(new Set(once).size).toBe(once.length);
  });

  it("marks a waived finding as suppressed", () => {
    const waiver = { reason: "rebuilt", owner: "ops", expires: "2026-03-31" };
    const machine = machineOf({ name: "a", verdict: "conditional", findings: [findingOf({ waiver })] });
    const [result] = runOf(renderAssessment(assessmentOf([machine]), "sarif")).results ?? [];
    expect(result?.suppressions).toMatchObject([{ kind: "external", status: "accepted" }]);
  });

  it("stays within what code scanning shows: above it a result a rule, worst first", () => {
    const run = runOf(renderAssessment(assessmentOf(manyMachines(20_000)), "sarif"));
    expect(run.results?.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ["ASR-0001", "error"],
      ["ASR-0002", "warning"],
    ]);
    expect(run.results?.[0]?.locations).toHaveLength(100);
    expect(run.results?.[0]?.message.text).toMatch(
      /^5000 findings on 5000 machines, the first 100 as locations/,
    );
  });
});
