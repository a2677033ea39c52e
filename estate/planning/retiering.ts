import type { Judge } from "../../limits/judge";
import { withPercentiles } from "./churn-series";
import { churnOfDisk } from "./planned-churn";
import type { PlannedMachine, Planning } from "./planning";
import { standardDiskType } from "./target-disk-type";
import { chooseTargetDisk } from "./target-disks";

/** The rule whose findings a plan mends itself, by choosing a higher tier. */
const churnRule = "disk-churn";

/**
 * A machine that is not ready only because disks change faster than the tier of their size takes is planned
 * with higher tiers, if those keep the rule. Any other machine stays as it is.
 */
export function withFasterDisks(planned: PlannedMachine, planning: Planning): PlannedMachine {
  const { machine, assessed } = planned;
  const errors = assessed.findings.filter(({ severity, waiver }) => severity === "error" && waiver === null);
  if (assessed.verdict !== "not-ready" || errors.length === 0) return planned;
  if (errors.some(({ rule }) => rule !== churnRule) || assessed.decisiveFactsMissing.length > 0)
    return planned;
  const { judge, document, figures, series } = planning;
  const disks = withPercentiles(machine, series, figures.percentile).disks?.map((disk) => {
    if (disk.excluded === true) return disk;
    const { type, tier } = chooseTargetDisk(disk, churnOfDisk(disk, figures.growthPercent), judge, {
      wished: document.target?.diskType,
      standard: standardDiskType(planning),
    });
    return { ...disk, targetType: type, ...(tier === undefined ? {} : { targetTier: tier }) };
  });
  const faster = { ...machine, ...(disks === undefined ? {} : { disks }) };
  if (!keepsChurn(faster, judge)) return planned;
  return {
    machine,
    assessed: {
      ...assessed,
      verdict: "conditional",
      findings: assessed.findings.filter((finding) => !errors.includes(finding)),
    },
  };
}

function keepsChurn(machine: PlannedMachine["machine"], judge: Judge): boolean {
  const rules = judge.rulesFor("machine").filter(({ name }) => name === churnRule);
  return !judge.judge("machine", machine, rules).findings.some(({ severity }) => severity === "error");
}
