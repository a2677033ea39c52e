import { create } from "xmlbuilder2";
import { printable } from "../printable-text";
import type { EngineTally } from "./engine-tally";
import type { PolicyViolation } from "./engine-events";
import { levelOf, resourceText, ruleOf } from "./violation";

/**
 * JUnit: a suite a pack; a case a violation, and one for every policy that found nothing. Mandatory
 * violations are failures, what could not be decided is an error, advice is output of a passed case.
 */
export function policyJunit(tally: EngineTally): string {
  const root = create({ version: "1.0", encoding: "UTF-8", invalidCharReplacement: "\uFFFD" }).ele(
    "testsuites",
    {
      name: "Pulumi policies",
    },
  );
  for (const pack of [...tally.packs].sort()) {
    const violations = tally.violations.filter((violation) => violation.policyPackName === pack);
    const broken = new Set(violations.map(({ policyName }) => policyName));
    const clean = tally.answers.filter((answers) => answers.pack === pack && !broken.has(answers.policy));
    const of = (level: ReturnType<typeof levelOf>): number =>
      violations.filter((violation) => levelOf(violation) === level).length;
    const suite = root.ele("testsuite", {
      name: printable(pack),
      tests: violations.length + clean.length + (tally.tellsAnswers ? 0 : 1),
      failures: of("mandatory"),
      errors: of("undecided"),
      skipped: 0,
    });
    for (const violation of violations) violationCase(suite, violation);
    for (const { policy } of clean)
      suite.ele("testcase", { name: printable(policy), classname: printable(pack) });
    // A pack without violations would otherwise be a suite without cases, which many readers take for an error.
    if (!tally.tellsAnswers) {
      suite
        .ele("testcase", { name: "all other policies", classname: printable(pack) })
        .ele("system-out")
        .txt(
          "The events name violations only: the analysis of existing state does not tell what else was judged.",
        );
    }
  }
  if (tally.isIncomplete) {
    const suite = root.ele("testsuite", { name: "run", tests: 1, failures: 0, errors: 1, skipped: 0 });
    suite
      .ele("testcase", { name: "run", classname: "run" })
      .ele("error", { type: "run", message: "The run itself did not succeed." })
      .txt(tally.errors.map(printable).join("\n"));
  }
  return `${root.end({ prettyPrint: true })}\n`;
}

function violationCase(suite: ReturnType<typeof create>, violation: PolicyViolation): void {
  const { policyPackName, policyName, resourceUrn, message } = violation;
  const element = suite.ele("testcase", {
    name: printable(`${policyName}: ${resourceText(resourceUrn)}`),
    classname: printable(policyPackName),
  });
  const lines = message.trim().split("\n").map(printable);
  const level = levelOf(violation);
  const type = ruleOf(policyPackName, policyName)?.ref ?? policyName;
  if (level === "advisory") element.ele("system-out").txt(lines.join("\n"));
  else {
    element
      .ele(level === "mandatory" ? "failure" : "error", { type: printable(type), message: lines[0] ?? "" })
      .txt([...lines, printable(resourceUrn ?? "")].join("\n"));
  }
}
