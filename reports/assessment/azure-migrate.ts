import type { DifferenceReason } from "../../estate/azure-migrate-comparison";
import { whereToGet } from "./fact-sources";

/** Stands above every comparison with Azure Migrate. */
export const azureMigrateQuestion =
  "Azure Migrate tells whether Azure can run a machine; these rules tell whether Site Recovery can protect it.";

/** Where the properties that Azure Migrate reviews are listed. */
export const azureMigrateSource = {
  title: "Azure Migrate, Assessment calculations, Azure suitability analysis",
  url: "https://learn.microsoft.com/azure/migrate/concepts-assessment-calculation",
} as const;

/** One sentence that says why the verdicts differ. */
export function reasonText({ kind, what, reviewedByAzureMigrate }: DifferenceReason): string {
  switch (kind) {
    case "rule":
      return reviewedByAzureMigrate === true
        ? "Azure Migrate reviews this property as well, by what Azure runs; the rule judges by what the documents of Site Recovery list."
        : "Azure Migrate does not review this property.";
    case "waiver":
      return "The finding is accepted by a waiver, so it does not block.";
    case "missing-fact":
      return `The documented lists depend on it; Azure Migrate decides without it. ${whereToGet(what)}`;
    case "azure-migrate-issue":
      return "An issue that Azure Migrate names; about running in Azure, not about replication.";
    case "azure-migrate-unsaid":
      return "The export names no issue.";
  }
}

/** What decides, for a column of its own. */
export function reasonName({ kind, what }: DifferenceReason): string {
  return kind === "azure-migrate-unsaid"
    ? "Azure Migrate, no issue named"
    : kind === "azure-migrate-issue"
      ? `Azure Migrate: ${what}`
      : kind === "missing-fact"
        ? `not known: ${what}`
        : what;
}
