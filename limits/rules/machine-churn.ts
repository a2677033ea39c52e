import { replicatedDisks } from "../checks/disks";
import { highChurnOf } from "../checks/high-churn";
import { churnOf } from "../facts/churn";
import type { Machine } from "../facts/machine";
import type { Limit } from "../matrix/schema";
import { defineRule, missing, notApplicable, numberOf, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "machine-churn",
  ref: "ASR-0152",
  title: "All disks of a machine together do not change too fast",
  rationale: "Each machine's changes go through one stream; above its rate recovery points fall behind.",
  remedy:
    "Spread the load over several machines, leave scratch disks out of replication, or use High Churn where it is offered.",
  limits: [
    "churn.machine.average",
    "churn.machine.peak",
    "churn.machine.peak.high",
    "churn.machine.peak.enhanced",
    "churn.enhanced.min-memory",
    "churn.enhanced.operating-systems",
    "churn.enhanced.regions",
  ],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits, site }) {
    const choice = highChurnOf(machine, site, limits);
    const peak = limits.find(choice === "normal" ? "churn.machine.peak" : `churn.machine.peak.${choice}`);
    const average = limits.find("churn.machine.average");
    if (peak === undefined && average === undefined) return notApplicable;
    return [
      ...(average === undefined ? [] : judgeAverage(machine, average)),
      ...(peak === undefined ? [] : judgePeak(machine, peak)),
    ];
  },
});

function judgeAverage(machine: Machine, limit: Limit): readonly Outcome[] {
  const whole = churnOf(machine.churn).averageMBps ?? sum(machine, "averageMBps");
  if (whole === undefined) return [missing("disks[].churn.averageMBps")];
  return whole > numberOf(limit) ? [tooFast(limit, whole, "on average")] : [];
}

function judgePeak(machine: Machine, limit: Limit): readonly Outcome[] {
  const measured = churnOf(machine.churn).peakMBps;
  if (measured !== undefined)
    return measured > numberOf(limit) ? [tooFast(limit, measured, "at its peak")] : [];
  const bound = sum(machine, "peakMBps");
  if (bound === undefined) return [missing("disks[].churn.peakMBps")];
  if (bound <= numberOf(limit)) return [];
  // The disks need not peak at the same time, but the machine's peak is no lower than any disk's.
  const highest = Math.max(...(replicatedDisks(machine) ?? []).map((disk) => disk.churn.peakMBps ?? 0));
  return highest > numberOf(limit)
    ? [tooFast(limit, highest, "at the peak of one disk")]
    : [missing("churn.peakMBps")];
}

/** Undefined unless the figure of every disk is known. */
function sum(machine: Machine, figure: "averageMBps" | "peakMBps"): number | undefined {
  let total = 0;
  const disks = replicatedDisks(machine);
  if (disks === undefined) return undefined;
  for (const disk of disks) {
    const value = disk.churn[figure];
    if (value === undefined) return undefined;
    total += value;
  }
  return total;
}

function tooFast(limit: Limit, seen: number, when: string): Outcome {
  return violation(limit, {
    subject: "churn",
    observed: `${seen} MB/s`,
    message: `The machine's disks change ${seen} MB/s ${when}; at most ${numberOf(limit)} MB/s are supported.`,
    path: "churn",
  });
}
