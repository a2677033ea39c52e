import type { DiskType } from "../../limits/facts/machine";
import type { Planning } from "./planning";

/**
 * Type of replica disks where neither disk nor target names one: before managed disks, machines were
 * replicated to storage accounts.
 */
export function standardDiskType({ document, judge, assumptions }: Planning): DiskType {
  const type = judge.scope.edition === "2016-12" ? "storage-account" : "standard-ssd";
  if (document.target?.diskType === undefined) {
    assumptions.add(
      `Disks are planned as ${type}, and as premium-ssd where their churn asks for it; target.diskType in an estate document plans another type.`,
    );
  }
  return type;
}
