import { judgeAgent } from "../checks/agent";
import { volumesOf, type SeenVolume } from "../checks/volumes";
import { defineRule, missing, notApplicable, type Outcome } from "./rule";

/** File systems that came with a version of the Mobility Service, and how to tell that a volume has one. */
const dated: readonly {
  readonly limit: string;
  readonly name: string;
  readonly has: (volume: SeenVolume) => boolean | undefined;
  readonly fact: string;
}[] = [
  {
    limit: "linux.btrfs.min-mobility-service",
    name: "Btrfs",
    has: ({ fileSystem }) => is(fileSystem, "btrfs"),
    fact: "volumes[].fileSystem",
  },
  {
    limit: "linux.xfs-v5.min-mobility-service",
    name: "XFS with version 5 features",
    // The documents' own test: xfs_info prints ftype=1.
    has: ({ fileSystem, facts }) =>
      fileSystem === "xfs"
        ? typeof facts.xfsFtype === "number"
          ? facts.xfsFtype === 1
          : undefined
        : is(fileSystem, "xfs"),
    fact: "volumes[].xfsFtype",
  },
  {
    limit: "windows.refs.min-mobility-service",
    name: "ReFS",
    has: ({ fileSystem }) => is(fileSystem, "refs"),
    fact: "volumes[].fileSystem",
  },
];

function is(fileSystem: string | undefined, name: string): boolean | undefined {
  return fileSystem === undefined ? undefined : fileSystem === name;
}

export const rule = defineRule({
  name: "file-system-min-agent",
  ref: "ASR-0141",
  title: "The Mobility Service is recent enough for the file systems",
  rationale: "Btrfs, version 5 features of XFS, and ReFS are supported from a certain Mobility Service on.",
  remedy: "Update the Mobility Service, or move the data to another file system.",
  limits: dated.map(({ limit }) => limit),
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const rows = dated.flatMap((row) => {
      const limit = limits.find(row.limit);
      return limit === undefined ? [] : [{ ...row, limit }];
    });
    if (rows.length === 0) return notApplicable;
    const volumes = volumesOf(machine);
    if (volumes === undefined) return [missing("volumes[].fileSystem")];
    const outcomes: Outcome[] = [];
    for (const { limit, name, has, fact } of rows) {
      for (const volume of volumes) {
        const present = has(volume);
        if (present === undefined)
          outcomes.push(missing(volume.fileSystem === undefined ? "volumes[].fileSystem" : fact));
        if (present !== true) continue;
        const outcome = judgeAgent(machine, limit, { subject: volume.subject, has: name });
        if (outcome !== undefined) outcomes.push(outcome);
      }
    }
    return outcomes;
  },
});
