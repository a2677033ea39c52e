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
  const { summary, estate } = assessment;
  const estateErrors = estate.findings.filter(isBlocking).length > 0 ? 1 : 0;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield openTag("testsuites", {
    name: `Azure Site Recovery assessment, edition ${assessment.edition}, as of ${assessment.asOf}`,
    tests: summary.machines + (estate.findings.length > 0 ? 1 : 0),
    failures: summary.notReady + estateErrors,
    errors: summary.unknown,
  });
  for (const [scenario, machines] of Map.groupBy(assessment.machines, (machine) => machine.scenario)) {
    const of = (verdict: AssessedMachine["verdict"]): number =>
      machines.filter((machine) => machine.verdict === verdict).length;
    yield openTag("testsuite", {
      name: scenario,
      tests: machines.length,
      failures: of("not-ready"),
      errors: of("unknown"),
      skipped: 0,
    });
    for (const machine of machines) yield text(testCase(machine));
    yield "</testsuite>\n";
  }
  if (estate.findings.length > 0) {
    yield openTag("testsuite", { name: "estate", tests: 1, failures: estateErrors, errors: 0, skipped: 0 });
    yield text(estateCase(estate.findings));
    yield "</testsuite>\n";
  }
  yield "</testsuites>\n";
}

type Attributes = Readonly<Record<string, string | number>>;

/** A document for every case: one for all of them would be held as a whole. */
function element(name: string, attributes: Attributes): XMLBuilder {
  return create({ invalidCharReplacement: "\uFFFD" }).ele(name, attributes);
}

function text(node: XMLBuilder): string {
  return `${node.end({ headless: true, prettyPrint: true })}\n`;
}

function openTag(name: string, attributes: Attributes): string {
  return text(element(name, attributes)).replace(/\/>\n$/, ">\n");
}

function testCase(machine: AssessedMachine): XMLBuilder {
  const node = element("testcase", {
    // Names need not be unique; CI servers merge cases of one name.
    name: printable(machine.id === undefined ? machine.name : `${machine.name} (${machine.id})`),
    classname: machine.scenario,
  });
  const errors = machine.findings.filter(isBlocking);
  if (errors.length > 0) failure(node, errors);
  else if (machine.verdict === "unknown") {
    const facts = machine.decisiveFactsMissing.join(", ");
    node.ele("error", { type: "unknown", message: printable(`Not known: ${facts}`) });
  }
  const rest = machine.findings.filter((finding) => !isBlocking(finding));
  if (rest.length > 0) node.ele("system-out").txt(rest.map(findingText).join("\n"));
  return node;
}

function estateCase(findings: readonly Finding[]): XMLBuilder {
  const node = element("testcase", { name: "estate", classname: "estate" });
  const errors = findings.filter(isBlocking);
  if (errors.length > 0) failure(node, errors);
  const rest = findings.filter((finding) => !isBlocking(finding));
  if (rest.length > 0) node.ele("system-out").txt(rest.map(findingText).join("\n"));
  return node;
}

function failure(node: XMLBuilder, errors: readonly Finding[]): void {
  node
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
