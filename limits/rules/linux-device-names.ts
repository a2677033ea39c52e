import { joined, unlessFamily } from "../checks/answers";
import { replicatedDisks } from "../checks/disks";
import { volumesOf } from "../checks/volumes";
import { knownString } from "../facts/known";
import {
  defineRule,
  missing,
  notApplicable,
  violation,
  type Answer,
  type LimitsInScope,
  type Outcome,
} from "./rule";

/** Names that differ by case alone, or not at all, within one machine. */
function judgeNames(
  limits: LimitsInScope,
  id: string,
  names: readonly (string | undefined)[],
  what: string,
  fact: string,
): Answer {
  const limit = limits.find(id);
  if (limit === undefined) return notApplicable;
  if (names.length === 0 || names.includes(undefined)) return [missing(fact)];
  if (new Set(names.map((name) => name?.toLowerCase())).size === names.length) return [];
  const byFold = Map.groupBy(names as readonly string[], (name) => name.toLowerCase());
  const outcomes: Outcome[] = [];
  for (const same of byFold.values()) {
    if (same.length < 2) continue;
    outcomes.push(
      violation(limit, {
        subject: `${what} ${same[0] ?? ""}`,
        observed: same.join(", "),
        message: `The names ${same.join(", ")} are the same when case is ignored.`,
        path: fact,
      }),
    );
  }
  return outcomes;
}

export const rule = defineRule({
  name: "linux-device-names",
  ref: "ASR-0146",
  title: "Device, volume and mount names of a Linux machine differ by more than case",
  rationale: "Site Recovery compares these names without case: two that fold together are taken for one.",
  remedy: "Rename one of them before enabling replication.",
  limits: ["linux.device-names", "linux.volume-names"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const other = unlessFamily(machine, "linux");
    if (other !== undefined) return other;
    const volumes = volumesOf(machine) ?? [];
    const mounts = volumes.filter((volume) => volume.mount !== "swap" && volume.fileSystem !== "swap");
    const logical = volumes.filter(({ facts }) => facts.manager === "lvm" || facts.manager === "lvm2");
    return joined(
      judgeNames(
        limits,
        "linux.device-names",
        mounts.map((volume) => volume.mount),
        "mount point",
        "volumes[].mount",
      ),
      judgeNames(
        limits,
        "linux.device-names",
        (replicatedDisks(machine) ?? []).map((disk) => knownString(disk.facts.deviceName)),
        "device",
        "disks[].deviceName",
      ),
      logical.length === 0
        ? notApplicable
        : judgeNames(
            limits,
            "linux.volume-names",
            logical.map((volume) => knownString(volume.facts.logicalVolume)),
            "logical volume",
            "volumes[].logicalVolume",
          ),
    );
  },
});
