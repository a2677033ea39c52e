import type { HealthError } from "@azure/arm-recoveryservices-siterecovery";

/** How grave a health of the service is; undefined where it is good or there is nothing to be healthy. */
export function healthSeverity(health: string | null | undefined): "error" | "warning" | undefined {
  const text = health?.toLowerCase();
  return text === "critical" ? "error" : text === "warning" ? "warning" : undefined;
}

/** Errors named in a message; the service's list may be long. */
const mostErrors = 2;

/** `: 78144 …; and 3 more`, or nothing. */
export function healthErrorsText(errors: readonly HealthError[]): string {
  if (errors.length === 0) return "";
  const shown = errors
    .slice(0, mostErrors)
    .map(({ errorCode, summaryMessage, errorMessage }) =>
      [errorCode, (summaryMessage ?? errorMessage ?? "").replace(/\.$/, "")].filter(Boolean).join(" "),
    );
  const rest = errors.length - shown.length;
  return `: ${shown.join("; ")}${rest > 0 ? `; and ${rest} more` : ""}`;
}
