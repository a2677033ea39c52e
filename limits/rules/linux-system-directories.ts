import { isAgentBelow } from "../checks/agent";
import { unlessFamily } from "../checks/answers";
import { isRecord, parsedOnce, textIn } from "../checks/json";
import { volumesOf } from "../checks/volumes";
import type { Limit } from "../matrix/schema";
import { defineRule, kept, missing, notApplicable, violation, type Outcome } from "./rule";

interface Directories {
  readonly directories: readonly string[];
  /** The restriction ends with this Mobility Service. */
  readonly before: string;
}

const directoriesOf = parsedOnce((limit: Limit): Directories => {
  const value = isRecord(limit.value) ? limit.value : {};
  const list = value["directories"];
  return {
    directories: Array.isArray(list) ? list.map(String) : [],
    before: textIn(value, "beforeMobilityService"),
  };
});

export const rule = defineRule({
  name: "linux-system-directories",
  ref: "ASR-0143",
  title: "Linux system directories lie on one disk where the Mobility Service is old",
  rationale:
    "Older versions of the Mobility Service bring up one operating-system disk only; system directories elsewhere would be missing.",
  remedy: "Update the Mobility Service, or move the directories to the operating-system disk.",
  limits: ["linux.system-directories.one-disk"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("linux.system-directories.one-disk");
    if (limit === undefined) return notApplicable;
    const other = unlessFamily(machine, "linux");
    if (other !== undefined) return other;
    const { directories, before } = directoriesOf(limit);
    const old = isAgentBelow(machine, before);
    if (old === false) return kept;
    const volumes = volumesOf(machine);
    if (volumes === undefined) return [missing("volumes[].mount")];
    const system = volumes.filter(
      (volume) => volume.mount !== undefined && directories.includes(volume.mount),
    );
    const outcomes: Outcome[] = [];
    if (system.some((volume) => volume.disks === undefined)) outcomes.push(missing("volumes[].disks"));
    const disks = [...new Set(system.flatMap((volume) => volume.disks ?? []))];
    if (disks.length > 1) {
      if (old === undefined) return [missing("mobilityServiceVersion")];
      outcomes.push(
        violation(limit, {
          subject: "system directories",
          observed: disks.join(", "),
          message: `${system.map((volume) => volume.mount).join(", ")} lie on ${disks.length} disks; before Mobility Service ${before} they must share the operating-system disk.`,
          path: "volumes",
        }),
      );
    }
    return outcomes;
  },
});
