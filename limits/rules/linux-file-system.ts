import { unlessFamily } from "../checks/answers";
import { isRecord, parsedOnce, textsIn } from "../checks/json";
import { volumesOf } from "../checks/volumes";
import type { Limit } from "../matrix/schema";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

interface FileSystems {
  readonly allowed: readonly string[];
  /** No file systems that hold data of a machine: swap, pseudo file systems, boot loader partitions, mounts of a server. */
  readonly ignored: readonly string[];
  /** Allowed on a separate `/boot`. */
  readonly boot: readonly string[];
}

const fileSystemsOf = parsedOnce((limit: Limit): FileSystems => {
  const value = isRecord(limit.value) ? limit.value : {};
  const list = (key: string): readonly string[] => textsIn(value, key);
  return { allowed: list("allowed"), ignored: list("ignored"), boot: list("boot") };
});

export const rule = defineRule({
  name: "linux-file-system",
  ref: "ASR-0139",
  title: "Linux file systems are of the listed types",
  rationale: "Site Recovery takes consistent points of the listed file systems only.",
  remedy: "Move the data to a listed file system before enabling replication.",
  limits: ["linux.file-systems"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("linux.file-systems");
    if (limit === undefined) return notApplicable;
    const other = unlessFamily(machine, "linux");
    if (other !== undefined) return other;
    const { allowed, ignored, boot } = fileSystemsOf(limit);
    const volumes = volumesOf(machine);
    if (volumes === undefined) return [missing("volumes[].fileSystem")];
    return volumes.flatMap((volume): readonly Outcome[] => {
      const { fileSystem, mount } = volume;
      if (fileSystem === undefined) return [missing("volumes[].fileSystem")];
      if (allowed.includes(fileSystem) || ignored.includes(fileSystem)) return [];
      if (mount === "/boot" && boot.includes(fileSystem)) return [];
      return [
        violation(limit, {
          subject: volume.subject,
          observed: fileSystem,
          message: `The volume has ${fileSystem}; supported: ${allowed.join(", ")}.`,
          path: volume.path("fileSystem"),
        }),
      ];
    });
  },
});
