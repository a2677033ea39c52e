import { describe, expect, it } from "vitest";
import { renderAssessment } from "../../../reports/assessment/render";
import { assessmentOf, fourMachines, hostileNames, machineOf } from "./estate-of";

describe("the JSON report", () => {
  it("is the assessment", () => {
    const assessment = assessmentOf(fourMachines);
    expect(JSON.parse(renderAssessment(assessment, "json"))).toEqual(assessment);
  });

  it("is the assessment without machines too, and with hostile names", () => {
    for (const assessment of [
      assessmentOf([]),
      assessmentOf(hostileNames.map((name) => machineOf({ name }))),
    ]) {
      expect(JSON.parse(renderAssessment(assessment, "json"))).toEqual(assessment);
    }
  });

  it("has a machine a line", () => {
    const text = renderAssessment(assessmentOf(fourMachines), "json");
    expect(text.split("\n").filter((line) => line.startsWith('{"scenario"'))).toHaveLength(4);
  });
});
