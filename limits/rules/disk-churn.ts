import { churnRowFor, churnTable, tierOf, type ChurnRow } from "../checks/churn";
import { judgeDisks, type ReplicatedDisk } from "../checks/disks";
import { highChurnOf } from "../checks/high-churn";
import type { JsonValue, Limit } from "../matrix/schema";
import { defineRule, missing, notApplicable, violation, type Missing, type Violation } from "./rule";

export const rule = defineRule({
  name: "disk-churn",
  ref: "ASR-0151",
  title: "No disk changes faster than its storage takes changes",
  rationale:
    "Above the tested rates recovery points fall behind. The figures come from tests with typical I/O; real results vary.",
  remedy:
    "Replicate the disk to a higher tier, spread its load over several disks, or use High Churn where it is offered.",
  limits: [
    "churn.disk",
    "churn.disk.high",
    "churn.disk.enhanced",
    "azure.premium-disk-sizes",
    "churn.enhanced.min-memory",
    "churn.enhanced.operating-systems",
    "churn.enhanced.regions",
  ],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits, site }) {
    const choice = highChurnOf(machine, site, limits);
    const limit = limits.find(
      choice === "enhanced" ? "churn.disk.enhanced" : choice === "high" ? "churn.disk.high" : "churn.disk",
    );
    if (limit === undefined) return notApplicable;
    const sizes = limits.find("azure.premium-disk-sizes");
    const { rows, byTier } = churnTable(limit);
    return judgeDisks(machine, "churn", (disk) => {
      const { churn } = disk;
      if (churn.averageMBps === undefined && churn.dailyGB === undefined)
        return missing("disks[].churn.averageMBps");
      const tier = tierOf(disk, site?.target, sizes);
      // Tiers without a row have no documented limit.
      if (tier === undefined) return undefined;
      if ("missing" in tier)
        return withinLowest(rows, churn.averageMBps, churn.dailyGB) ? undefined : missing(tier.missing);
      const candidates = byTier.get(tier.tier);
      if (candidates === undefined) return undefined;
      if (churn.averageIoKB === undefined && candidates.length > 1) {
        return withinLowest(candidates, churn.averageMBps, churn.dailyGB)
          ? undefined
          : missing("disks[].churn.averageIoKB");
      }
      const row = churnRowFor(candidates, churn.averageIoKB ?? 0);
      return row === undefined ? undefined : judgeRow(limit, row, tier.tier, disk);
    });
  },
});

/** Rates that keep even the strictest row keep whichever applies. */
function withinLowest(
  rows: readonly ChurnRow[],
  average: number | undefined,
  daily: number | undefined,
): boolean {
  return rows.every(
    (row) =>
      (average === undefined || average <= row.averageMBps) &&
      (daily === undefined || row.dailyGB === undefined || daily <= row.dailyGB),
  );
}

function judgeRow(
  limit: Limit,
  row: ChurnRow,
  tier: string,
  disk: ReplicatedDisk,
): Violation | Missing | undefined {
  const { averageMBps, dailyGB, averageIoKB } = disk.churn;
  const isBelow = averageIoKB !== undefined && averageIoKB < row.ioKB;
  const tooFast = (observed: string, does: string, takes: string, fact: string): Violation =>
    violation(limit, {
      subject: disk.subject,
      observed,
      message: isBelow
        ? `The disk changes ${does} with I/O of ${averageIoKB} KB; ${tier} storage takes ${takes} with I/O of ${row.ioKB} KB, the smallest that is documented.`
        : `The disk changes ${does}; ${tier} storage takes ${takes} with I/O of ${row.ioKB} KB and more.`,
      value: [valueOf(row)],
      path: `${disk.path("churn")}.${fact}`,
      // No document says what storage takes with smaller I/O, only that it takes less the smaller I/O is.
      ...(isBelow ? { severity: "warning" } : {}),
    });
  if (averageMBps !== undefined && averageMBps > row.averageMBps) {
    const seen = `${averageMBps} MB/s`;
    return tooFast(seen, `${seen} on average`, `${row.averageMBps} MB/s`, "averageMBps");
  }
  if (dailyGB !== undefined && row.dailyGB !== undefined && dailyGB > row.dailyGB) {
    return tooFast(`${dailyGB} GB/day`, `${dailyGB} GB a day`, `${row.dailyGB} GB a day`, "dailyGB");
  }
  // Below the smallest documented I/O a rate that the row allows may still be too much.
  if (isBelow) return missing(`disks[].churn.averageIoKB of ${row.ioKB} and more`);
  if (averageMBps === undefined) return missing("disks[].churn.averageMBps");
  return dailyGB === undefined && row.dailyGB !== undefined ? missing("disks[].churn.dailyGB") : undefined;
}

function valueOf({ tiers, ioKB, averageMBps, dailyGB }: ChurnRow): JsonValue {
  return { tiers, ioKB, averageMBps, ...(dailyGB === undefined ? {} : { dailyGB }) };
}
