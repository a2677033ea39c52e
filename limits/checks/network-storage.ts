import type { Disk, Machine } from "../facts/machine";
import {
  missing,
  notApplicable,
  stringsOf,
  violation,
  type Answer,
  type LimitsInScope,
  type Outcome,
} from "../rules/rule";
import { replicatedDisks } from "./disks";
import { volumesOf } from "./volumes";

/** Refuses storage that the guest itself mounts from a file server: the limit lists its file systems. */
export function refuseNetworkStorage(
  machine: Machine,
  limits: LimitsInScope,
  id: string,
  kind: NonNullable<Disk["kind"]>,
  protocol: string,
): Answer {
  const limit = limits.find(id);
  if (limit === undefined) return notApplicable;
  const refused = stringsOf(limit);
  const outcomes: Outcome[] = [];
  for (const volume of volumesOf(machine) ?? []) {
    if (volume.fileSystem !== undefined && refused.includes(volume.fileSystem)) {
      outcomes.push(
        violation(limit, {
          subject: volume.subject,
          observed: volume.fileSystem,
          message: `The machine mounts this volume over ${protocol}.`,
          path: volume.path("fileSystem"),
        }),
      );
    }
  }
  for (const disk of replicatedDisks(machine) ?? []) {
    if (disk.facts.kind === kind) {
      outcomes.push(
        violation(limit, {
          subject: disk.subject,
          observed: kind,
          message: `The machine attaches this disk over ${protocol}.`,
          path: disk.path("kind"),
        }),
      );
    }
  }
  if (outcomes.length > 0) return outcomes;
  const volumes = volumesOf(machine);
  return volumes === undefined || volumes.some((volume) => volume.fileSystem === undefined)
    ? [missing("volumes[].fileSystem")]
    : [];
}
