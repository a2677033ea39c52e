import { counted } from "../../limits/counted";
import { markdownRow, markdownText } from "../markdown-text";
import type { EngineTally } from "./engine-tally";
import type { PolicyViolation } from "./engine-events";
import { levelOf, resourceText, ruleOf, sortViolations, violationLevels } from "./violation";

/** Violations written out: a summary in a pull request has a size limit. */
const mostViolations = 200;

const words = { mandatory: "Mandatory", advisory: "Advisory", undecided: "Could not decide" } as const;

/** A summary for a pull request or a CI job. */
export function policyMarkdown(tally: EngineTally): string {
  const violations = sortViolations(tally.violations);
  const lines = ["# Policy findings\n\n"];
  // An analysis of existing state names violations only: no count is better than a wrong one.
  const answered = tally.tellsAnswers ? [tally.answers.length] : [];
  lines.push(
    markdownRow([
      ...answered.map(() => "policies that answered"),
      ...violationLevels.map((level) => words[level]),
    ]),
  );
  lines.push(markdownRow([...answered, ...violationLevels].map(() => "---:")));
  lines.push(
    markdownRow([
      ...answered,
      ...violationLevels.map(
        (level) => violations.filter((violation) => levelOf(violation) === level).length,
      ),
    ]),
  );
  if (tally.isIncomplete) {
    lines.push("\nThe run itself did not succeed, so policies may not have seen everything.\n");
    for (const error of tally.errors.slice(0, 5)) lines.push(`- ${markdownText(error)}\n`);
  }
  for (const level of violationLevels) {
    const own = violations.filter((violation) => levelOf(violation) === level);
    if (own.length === 0) continue;
    lines.push(`\n## ${words[level]}\n\n`);
    for (const violation of own.slice(0, mostViolations)) lines.push(violationItem(violation));
    if (own.length > mostViolations) {
      lines.push(`\n… and ${counted(own.length - mostViolations, "more violation")}.\n`);
    }
  }
  if (violations.length === 0) lines.push("\nNo violation.\n");
  return lines.join("");
}

function violationItem(violation: PolicyViolation): string {
  const rule = ruleOf(violation.policyPackName, violation.policyName);
  const ref = rule === undefined ? "" : `${rule.ref} `;
  const text = violation.message
    .trim()
    .split(/\s*\n\s*/)
    .map(markdownText)
    .join("<br>");
  return `- ${ref}\`${violation.policyName}\`: ${markdownText(resourceText(violation.resourceUrn))}<br>${text}\n`;
}
