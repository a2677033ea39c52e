import type { EngineTally } from "./engine-tally";
import { policyJunit } from "./junit";
import { policyMarkdown } from "./markdown";
import { policySarif } from "./sarif";

export const policyFormats = ["markdown", "sarif", "junit"] as const;

export type PolicyFormat = (typeof policyFormats)[number];

/** What a report says besides the events. */
export interface PolicyReportOptions {
  /** Path in the repository that alerts of code scanning point at. */
  readonly location: string;
}

const renderers: Readonly<
  Record<PolicyFormat, (tally: EngineTally, options: PolicyReportOptions) => string>
> = { markdown: policyMarkdown, sarif: policySarif, junit: policyJunit };

/** The policy findings of one run. */
export function renderPolicyReport(
  tally: EngineTally,
  format: PolicyFormat,
  options: PolicyReportOptions,
): string {
  return renderers[format](tally, options);
}
