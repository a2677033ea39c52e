import { create } from "xmlbuilder2";
import type { XMLBuilder } from "xmlbuilder2/lib/interfaces";
import type { CheckFinding, CheckUndecided } from "../../operations/check/check-finding";
import type { VaultCheck } from "../../operations/check/vault-check";
import { printable } from "../printable-text";
import { sourceText, subjectText } from "./groups";

interface Case {
  readonly name: string;
  readonly findings: readonly CheckFinding[];
  /** Facts or actions that are missing. */
  readonly unknown: readonly string[];
}

/**
 * JUnit: a case a machine, a case a recovery plan, one for the vault. Errors are failures; what nobody can judge is an
 * error, because a runner counts skipped cases as harmless; warnings are output of a passed case.
 */
export function* junitChunks(check: VaultCheck): Generator<string> {
  const suites: readonly (readonly [string, readonly Case[]])[] = [
    ["vault", [vaultCase(check)]],
    ["recovery plans", check.recoveryPlans.map(({ name, findings }) => ({ name, findings, unknown: [] }))],
    [
      "machines",
      check.machines.map(({ name, id, findings, undecided }) => ({
        name: `${name} (${id})`,
        findings,
        unknown: missingOf(undecided),
      })),
    ],
  ];
  const all = suites.flatMap(([, cases]) => cases);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield openTag("testsuites", {
    name: `Vault ${check.vault.name}, edition ${check.edition}, as of ${check.asOf}`,
    ...totals(all),
  });
  for (const [name, cases] of suites) {
    if (cases.length === 0) continue;
    yield openTag("testsuite", { name, ...totals(cases), skipped: 0 });
    for (const one of cases) yield text(caseElement(one, name));
    yield "</testsuite>\n";
  }
  yield "</testsuites>\n";
}

function vaultCase({ vault, findings, undecided, unread }: VaultCheck): Case {
  const unknown = [...new Set([...missingOf(undecided), ...unread.map(({ action }) => action)])];
  return { name: vault.name, findings, unknown };
}

function missingOf(undecided: readonly CheckUndecided[]): readonly string[] {
  return [...new Set(undecided.flatMap(({ missing }) => missing))];
}

type Attributes = Readonly<Record<string, string | number>>;

function totals(cases: readonly Case[]): Attributes {
  const failures = cases.filter(({ findings }) => findings.some(isBlocking)).length;
  const errors = cases.filter(
    ({ findings, unknown }) => !findings.some(isBlocking) && unknown.length > 0,
  ).length;
  return { tests: cases.length, failures, errors };
}

function caseElement({ name, findings, unknown }: Case, suite: string): XMLBuilder {
  const node = element("testcase", { name: printable(name), classname: suite });
  const blocking = findings.filter(isBlocking);
  if (blocking.length > 0) {
    node
      .ele("failure", {
        type: blocking.map(({ ref }) => ref).join(" "),
        message: printable(blocking.map(({ message }) => message).join(" ")),
      })
      .txt(blocking.map(findingText).join("\n"));
  } else if (unknown.length > 0) {
    node.ele("error", { type: "unknown", message: printable(`Not known: ${unknown.join(", ")}`) });
  }
  const rest = findings.filter((finding) => !isBlocking(finding));
  if (rest.length > 0) node.ele("system-out").txt(rest.map(findingText).join("\n"));
  return node;
}

function isBlocking({ severity, waiver }: CheckFinding): boolean {
  return severity === "error" && waiver === null;
}

function findingText(finding: CheckFinding): string {
  const waived = finding.waiver === null ? "" : `, waived by ${finding.waiver.owner}`;
  const source = sourceText(finding);
  return printable(
    `${finding.ref} ${finding.rule} (${finding.severity}${waived}): ${subjectText(finding)}: ${finding.message} ` +
      `${finding.remedy}${source === "" ? "" : ` [${source}]`}`,
  );
}

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
