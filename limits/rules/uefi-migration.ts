import { judgeAgent } from "../checks/agent";
import { judgeDisks } from "../checks/disks";
import { isGeneration2 } from "../checks/generation";
import { isRecord, parsedOnce, textsIn } from "../checks/json";
import { volumesOf } from "../checks/volumes";
import { knownBoolean, knownNumber } from "../facts/known";
import type { Machine } from "../facts/machine";
import type { Limit } from "../matrix/schema";
import {
  defineRule,
  kept,
  missing,
  notApplicable,
  numberOf,
  violation,
  type LimitsInScope,
  type Outcome,
} from "./rule";

interface FileSystems {
  readonly allowed: readonly string[];
  /** Of partitions that the firmware needs and that no replica keeps data on. */
  readonly ignored: readonly string[];
}

const fileSystemsOf = parsedOnce((limit: Limit): FileSystems => {
  const value = isRecord(limit.value) ? limit.value : {};
  const list = (key: string): readonly string[] => textsIn(value, key);
  return { allowed: list("allowed"), ignored: list("ignored") };
});

const limitIds = [
  "machine.uefi.os-disk.max-partitions",
  "machine.uefi.min-mobility-service",
  "machine.uefi.file-systems",
  "machine.uefi.failback",
];

export const rule = defineRule({
  name: "uefi-migration",
  ref: "ASR-0134",
  title: "A machine that boots by UEFI meets the conditions for migrating it",
  rationale:
    "UEFI is converted during migration, which works for few partitions, NTFS and a recent Mobility Service, and has no way back.",
  remedy: "Meet the condition before migrating, or rebuild the machine for BIOS.",
  limits: limitIds,
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    if (!limitIds.some((id) => limits.find(id) !== undefined)) return notApplicable;
    const uefi = isGeneration2(machine);
    if (uefi === undefined) return [missing("firmware")];
    if (!uefi) return kept;
    const agent = limits.find("machine.uefi.min-mobility-service");
    const agentOutcome =
      agent === undefined
        ? undefined
        : judgeAgent(machine, agent, { subject: "firmware", has: "A machine that boots by UEFI" });
    return [
      ...(agentOutcome === undefined ? [] : [agentOutcome]),
      ...judgePartitions(machine, limits),
      ...judgeFileSystems(machine, limits),
      ...judgeFailback(machine, limits),
    ];
  },
});

function judgePartitions(machine: Machine, limits: LimitsInScope): readonly Outcome[] {
  const limit = limits.find("machine.uefi.os-disk.max-partitions");
  if (limit === undefined) return kept;
  return judgeDisks(machine, "partitionCount", (disk) => {
    if (disk.os === false) return undefined;
    const count = knownNumber(disk.facts.partitionCount);
    if (count === undefined) return missing("disks[].partitionCount");
    if (count <= numberOf(limit)) return undefined;
    if (disk.os === undefined) return missing("disks[].os");
    return violation(limit, {
      subject: disk.subject,
      observed: `${count} partitions`,
      message: `The operating-system disk has ${count} partitions; at most ${numberOf(limit)} are supported with UEFI.`,
      path: disk.path("partitionCount"),
    });
  });
}

function judgeFileSystems(machine: Machine, limits: LimitsInScope): readonly Outcome[] {
  const limit = limits.find("machine.uefi.file-systems");
  if (limit === undefined) return kept;
  const { allowed, ignored } = fileSystemsOf(limit);
  const volumes = volumesOf(machine);
  if (volumes === undefined) return [missing("volumes[].fileSystem")];
  return volumes.flatMap((volume): readonly Outcome[] => {
    const { fileSystem } = volume;
    if (fileSystem === undefined) return [missing("volumes[].fileSystem")];
    if (allowed.includes(fileSystem) || ignored.includes(fileSystem)) return [];
    return [
      violation(limit, {
        subject: volume.subject,
        observed: fileSystem,
        message: `The volume has ${fileSystem}; with UEFI only ${allowed.join(", ")} is supported.`,
        path: volume.path("fileSystem"),
      }),
    ];
  });
}

function judgeFailback(machine: Machine, limits: LimitsInScope): readonly Outcome[] {
  const limit = limits.find("machine.uefi.failback");
  if (limit === undefined) return kept;
  const planned = knownBoolean(machine.failbackPlanned);
  if (planned === undefined) return [missing("failbackPlanned")];
  if (!planned) return kept;
  return [
    violation(limit, {
      subject: "firmware",
      observed: "failback planned",
      message: "The machine boots by UEFI and shall fail back, which is not supported.",
      path: "failbackPlanned",
    }),
  ];
}
