import type { EnforcementLevel, ReportViolation } from "@pulumi/policy";
import { secretTexts } from "./secrets";

/** One violation as this pack reports it. */
export interface Report {
  /** The whole text: nothing is put before it. Secrets in it are masked when it is reported. */
  readonly message: string;
  /** The resource it is about. */
  readonly urn?: string;
  /** Level below that of the policy; the policy's own where absent. */
  readonly level?: Extract<EnforcementLevel, "advisory">;
}

/**
 * Reports one violation at its own level. @pulumi/policy 1.21 takes an object in place of the message, with a
 * level of the violation and without the policy's description before the text, but does not declare it. This
 * is the only place that knows; a contract test watches the SDK's server.
 */
export function reportTo(report: ReportViolation, violation: Report): void {
  const { message, urn, level } = violation;
  const undeclared = report as unknown as (violation: {
    readonly message: string;
    readonly urn?: string;
    readonly enforcementLevel?: EnforcementLevel;
  }) => void;
  undeclared({
    message: secretTexts.masked(message),
    ...(urn === undefined ? {} : { urn }),
    ...(level === undefined ? {} : { enforcementLevel: level }),
  });
}
