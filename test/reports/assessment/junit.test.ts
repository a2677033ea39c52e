import { describe, expect, it } from "vitest";
import { convert } from "xmlbuilder2";
import { renderAssessment } from "../../../reports/assessment/render";
import { assessmentOf, findingOf, fourMachines, hostileNames, machineOf } from "./estate-of";

interface Case {
  readonly failure?: { readonly "@type": string; readonly "#": string };
  readonly "system-out"?: string;
}

interface Suites {
  readonly testsuite: { readonly testcase: readonly Case[] };
}

function junitOf(text: string): Suites {
  return (convert(text, { format: "object" }) as unknown as { testsuites: Suites }).testsuites;
}

describe("the JUnit report", () => {
  it("fails what is not ready, errs on the unknown, passes the rest", () => {
    const suites = junitOf(renderAssessment(assessmentOf(fourMachines), "junit"));
    expect(suites).toMatchObject({ "@tests": "4", "@failures": "1", "@errors": "1" });
    const [failed, conditional, unknown, ready] = suites.testsuite.testcase;
    expect(failed).toMatchObject({ "@name": "db01 (vm-12)", failure: { "@type": "ASR-0001" } });
    expect(failed?.failure?.["#"]).toContain("edition 2019-05");
    expect(conditional).not.toHaveProperty("failure");
    expect(conditional?.["system-out"]).toContain("vm-name (warning)");
    expect(unknown).toMatchObject({ error: { "@message": "Not known: os.version" } });
    expect(Object.keys(ready ?? {})).toEqual(["@name", "@classname"]);
  });

  it("does not fail on a waived error", () => {
    const waiver = { reason: "rebuilt in March", owner: "ops", expires: "2026-03-31" };
    const machine = machineOf({ name: "a", verdict: "conditional", findings: [findingOf({ waiver })] });
    const text = renderAssessment(assessmentOf([machine]), "junit");
    expect(text).not.toContain("<failure");
    expect(text).toContain("waived by ops");
  });

  it("reports the estate as a case of its own", () => {
    const estate = { findings: [findingOf({ subject: "configuration server" })], undecided: [], decided: 1 };
    const suites = junitOf(renderAssessment(assessmentOf([], { estate }), "junit"));
    expect(suites.testsuite).toMatchObject({ "@name": "estate", "@failures": "1" });
  });

  it("is well-formed whatever the names", () => {
    const machines = hostileNames.map((name) =>
      machineOf({ name, verdict: "not-ready", findings: [findingOf({ message: name, observed: name })] }),
    );
    const suites = junitOf(renderAssessment(assessmentOf(machines), "junit"));
    expect(suites.testsuite.testcase).toHaveLength(hostileNames.length);
  });
});
