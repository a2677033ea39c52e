import { joined } from "../checks/answers";
import { isRecord, parsedOnce } from "../checks/json";
import { judgeQuantity } from "../checks/server";
import { knownNumber, knownObjects } from "../facts/known";
import type { Appliance } from "../facts/site";
import type { Limit } from "../matrix/schema";
import {
  defineRule,
  kept,
  missing,
  notApplicable,
  violation,
  type Answer,
  type LimitsInScope,
  type Outcome,
} from "./rule";

/** Least size of each disk, by role. */
const disksOf = parsedOnce((limit: Limit): readonly (readonly [role: string, sizeGiB: number])[] =>
  isRecord(limit.value)
    ? Object.entries(limit.value).map(([role, size]) => [role, Number(size)] as const)
    : [],
);

export const rule = defineRule({
  name: "appliance-sizing",
  ref: "ASR-0190",
  title: "The replication appliance has the documented size",
  rationale: "Discovery, replication and failback share the appliance; too small a one slows them down.",
  remedy: "Enlarge the appliance, or deploy it again from the template.",
  limits: ["appliance.cpu-cores", "appliance.memory", "appliance.disks"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "appliance",
  check: (appliance, { limits }) =>
    joined(
      judgeQuantity(limits, "appliance.cpu-cores", appliance.cpuCores, {
        fact: "cpuCores",
        unit: "cores",
        name: "processor cores",
      }),
      judgeQuantity(limits, "appliance.memory", appliance.memoryGiB, {
        fact: "memoryGiB",
        unit: "GiB",
        name: "memory",
      }),
      judgeDisks(appliance, limits),
    ),
});

function judgeDisks(appliance: Appliance, limits: LimitsInScope): Answer {
  const limit = limits.find("appliance.disks");
  if (limit === undefined) return notApplicable;
  const disks = knownObjects(appliance.disks);
  if (disks === undefined) return [missing("disks[].sizeGiB")];
  const outcomes = disksOf(limit).flatMap(([role, least]): readonly Outcome[] => {
    const disk = disks.find((candidate) => candidate.role === role);
    if (disk === undefined && disks.every((candidate) => candidate.role !== undefined)) {
      return [
        violation(limit, {
          subject: `${role} disk`,
          observed: "absent",
          message: `The appliance has no ${role} disk; it needs one of ${least} GiB.`,
          path: "disks",
        }),
      ];
    }
    const size = knownNumber(disk?.sizeGiB);
    if (size === undefined) return [missing(disk === undefined ? "disks[].role" : "disks[].sizeGiB")];
    if (size >= least) return [];
    return [
      violation(limit, {
        subject: `${role} disk`,
        observed: `${size} GiB`,
        message: `The appliance's ${role} disk has ${size} GiB; it needs ${least} GiB.`,
        path: "disks",
      }),
    ];
  });
  return outcomes.length === 0 ? kept : outcomes;
}
