import type { ReportingDescriptor } from "sarif";
import type { RuleMeta } from "../limits/rules/rule";
import { citationText } from "./citation-text";
import type { Limit } from "../limits/matrix/schema";

/**
 * A rule as SARIF describes it: the stable reference is the id, the readable name the name. Code scanning
 * shows the help text beside every alert, so it carries the limits with their sources.
 */
export function sarifRule(rule: RuleMeta, limits: readonly Limit[]): ReportingDescriptor {
  const sources = limits.map((limit) => `- ${limit.title}: ${citationText(limit.source)}`);
  const url = limits.find((limit) => limit.source.url !== undefined)?.source.url;
  return {
    id: rule.ref,
    name: rule.name,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.rationale },
    help: {
      text: [rule.remedy, "", "Sources:", ...sources].join("\n"),
      markdown: [`**What to do.** ${rule.remedy}`, "", "**Sources**", "", ...sources].join("\n"),
    },
    ...(url === undefined ? {} : { helpUri: url }),
    properties: { tags: ["azure-site-recovery", ...rule.moments] },
  };
}
