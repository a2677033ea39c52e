import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { renderAssessment } from "../../../reports/assessment/render";
import { assessmentOf, findingOf, fourMachines, hostileNames, machineOf } from "./estate-of";

function rowsOf(text: string): Record<string, string>[] {
  return parse(text, { columns: true });
}

describe("the CSV report", () => {
  it("has a row a finding and one for a machine without any", () => {
    const rows = rowsOf(renderAssessment(assessmentOf(fourMachines), "csv"));
    expect(rows.map(({ machine, verdict, rule }) => [machine, verdict, rule])).toEqual([
      ["db01", "not-ready", "os-disk-max-size"],
      ["db01", "not-ready", "vm-name"],
      ["a_b", "conditional", "vm-name"],
      ["lost", "unknown", ""],
      ["web01", "ready", ""],
    ]);
    expect(rows[0]).toMatchObject({
      limit: "2048 GiB",
      edition: "2019-05",
      documentDate: "2019-05-10",
      section: "Azure VM requirements",
    });
    expect(rows[3]).toMatchObject({ decisiveFactsMissing: "os.version" });
  });

  it.each(hostileNames)("lets no cell be a formula: %j", (name) => {
    const machine = machineOf({
      name,
      verdict: "not-ready",
      findings: [findingOf({ observed: name, subject: name })],
    });
    const [row] = rowsOf(renderAssessment(assessmentOf([machine]), "csv"));
    for (const cell of Object.values(row ?? {})) expect(cell).not.toMatch(/^\s*[=+@\t\r-]/);
    // Nothing else is lost: the apostrophe aside, the name is the one of the inventory.
    const shown = name.replace(/[^\P{Cc}\n\t]|\u202e/gu, "\ufffd");
    expect([shown, `'${shown}`]).toContain(row?.["machine"]);
  });

  it("shows no terminal a character that moves its cursor, and keeps lines and tabs", () => {
    const name = "a\u001b[2J\u0000\u202eb\rc\n\td";
    const text = renderAssessment(assessmentOf([machineOf({ name, verdict: "ready" })]), "csv");
    expect(text.replaceAll("\r\n", "\n")).not.toMatch(/[^\P{Cc}\n\t]|\u202e/u);
    expect(rowsOf(text)[0]?.["machine"]).toBe("a\ufffd[2J\ufffd\ufffdb\ufffdc\n\td");
  });
});
