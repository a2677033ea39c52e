import { create } from "xmlbuilder2";
import type { XMLBuilder } from "xmlbuilder2/lib/interfaces";
import type { AssessedMachine, Assessment } from "../../estate/assessment";
import type { Finding } from "../../limits/findings";
import { citationText } from "../citation-text";
import { printable } from "../printable-text";

/**
 * JUnit: a test case a machine, a suite a scenario. Errors are failures; a machine that nobody can judge is
 * an error, because a runner counts skipped cases as harmless; warnings are output of a passed case.
 */
export function* junitChunks(assessment: Assessment): Generator<string> {
  const { summary } = assessment;
  const root = create({ version: "1.0", encoding: "UTF-8", invalidCharReplacement: "\uFFFD" }).ele(
    "testsuites",
    {
      name: `Azure Site Recovery assessment, edition ${assessment.edition}, as of ${assessment.asOf}`,
      tests: summary.machines,
      failures: summary.notReady,
      errors: summary.unknown,
    },
  );
  for (const [scenario, machines] of Map.groupBy(assessment.machines, (machine) => machine.scenario)) {
    const of = (verdict: AssessedMachine["verdict"]): number =>
      machines.filter((machine) => machine.verdict === verdict).length;
    const suite = root.ele("testsuite", {
      name: scenario,
      tests: machines.length,
      failures: of("not-ready"),
      errors: of("unknown"),
      skipped: 0,
    });
    for (const machine of machines) testCase(suite, machine);
  }
  if (assessment.estate.findings.length > 0) estateSuite(root, assessment.estate.findings);
  yield `${root.end({ prettyPrint: true })}\n`;
}

function testCase(suite: XMLBuilder, machine: AssessedMachine): void {
  const element = suite.ele("testcase", {
    // Names need not be unique; CI servers merge cases of one name.
    name: printable(machine.id === undefined ? machine.name : `${machine.name} (${machine.id})`),
    classname: machine.scenario,
  });
  const errors = machine.findings.filter(isBlocking);
  if (errors.length > 0) failure(element, errors);
  else if (machine.verdict === "unknown") {
    const facts = machine.decisiveFactsMissing.join(", ");
    element.ele("error", { type: "unknown", message: printable(`Not known: ${facts}`) });
  }
  const rest = machine.findings.filter((finding) => !isBlocking(finding));
  if (rest.length > 0) element.ele("system-out").txt(rest.map(findingText).join("\n"));
}

function estateSuite(root: XMLBuilder, findings: readonly Finding[]): void {
  const errors = findings.filter(isBlocking);
  const suite = root.ele("testsuite", {
    name: "estate",
    tests: 1,
    failures: errors.length > 0 ? 1 : 0,
    errors: 0,
    skipped: 0,
  });
  const element = suite.ele("testcase", { name: "estate", classname: "estate" });
  if (errors.length > 0) failure(element, errors);
  const rest = findings.filter((finding) => !isBlocking(finding));
  if (rest.length > 0) element.ele("system-out").txt(rest.map(findingText).join("\n"));
}

function failure(element: XMLBuilder, errors: readonly Finding[]): void {
  element
    .ele("failure", {
      type: errors.map(({ ref }) => ref).join(" "),
      message: printable(errors.map(({ message }) => message).join(" ")),
    })
    .txt(errors.map(findingText).join("\n"));
}

function isBlocking(finding: Finding): boolean {
  return finding.severity === "error" && finding.waiver === null;
}

function findingText(finding: Finding): string {
  const waived = finding.waiver === null ? "" : `, waived by ${finding.waiver.owner}`;
  return printable(
    `${finding.ref} ${finding.rule} (${finding.severity}${waived}): ${finding.subject}: ${finding.message} ${finding.remedy} ` +
      `[edition ${finding.limit.edition}: ${citationText(finding.limit.source)}]`,
  );
}
