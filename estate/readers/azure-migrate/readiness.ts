import type { AzureMigrateVerdict } from "../../document";
import type { TableRow } from "../../table-row";

/** Verdicts as the exports spell them: the portal's, and those of the Azure Migrate Export utility. */
const readinessTexts: Readonly<Record<string, AzureMigrateVerdict["readiness"]>> = {
  "ready for azure": "ready",
  ready: "ready",
  "ready for azure with conditions": "conditional",
  "ready with conditions": "conditional",
  "conditionally ready for azure": "conditional",
  "not ready for azure": "not-ready",
  "not ready": "not-ready",
  "unknown readiness": "unknown",
  "readiness unknown": "unknown",
  unknown: "unknown",
};

/** What stands where there is no issue. */
const noIssue = /^(not ?applicable|none|-)?$/i;

/** Azure Migrate's own verdict in a row; absent where the cell is blank or holds something else (with a note). */
export function azureMigrateVerdict(row: Pick<TableRow<"readiness" | "issues">, "text" | "doubtful">): {
  readonly azureMigrate?: AzureMigrateVerdict;
} {
  const text = row.text("readiness");
  if (text === undefined) return {};
  // The utility writes the names of its constants: `ReadyWithConditions`.
  const key = text
    .replace(/(?<=[a-z])(?=[A-Z])/g, " ")
    .replace(/\s+/g, " ")
    .toLowerCase();
  if (!Object.hasOwn(readinessTexts, key)) {
    row.doubtful("readiness", "is no readiness that is known and is not compared");
    return {};
  }
  const readiness = readinessTexts[key];
  if (readiness === undefined) return {};
  const issues = (row.text("issues") ?? "")
    .split(/[;,]/)
    .map((issue) => issue.trim())
    .filter((issue) => !noIssue.test(issue));
  return { azureMigrate: { readiness, ...(issues.length === 0 ? {} : { issues }) } };
}
