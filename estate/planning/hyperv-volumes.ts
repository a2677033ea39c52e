import type { Host } from "../../limits/facts/site";
import type { EstateDocument } from "../document";
import { rounded, type Figure } from "./figure";
import { replicatedDisksOf } from "./planned-churn";
import type { ZoneToSize } from "./sizing";

/** Space on a volume of a Hyper-V host, or of a cluster, for the changes that wait to be sent. */
export interface HyperVVolume {
  /** Host, or cluster whose hosts share the volume. */
  readonly owner: string;
  readonly volume: string;
  readonly disks: number;
  readonly need: Figure;
  /** What has to be added; 0 where the free space is enough. */
  readonly missing: Figure;
}

/**
 * Worst case of the vendor's planner ("Hyper-V deployment planner report", on-premises storage requirement): the
 * first copy can make changes of the whole size of the disk wait, replication afterwards those of its half, beyond
 * which it starts over.
 */
const initialReplicationPercent = 100;
const deltaReplicationPercent = 50;

const source = "Azure Site Recovery Deployment Planner, Hyper-V report, on-premises storage requirement";

/** Volumes that disks of planned Hyper-V machines are known to lie on. */
export function hyperVVolumes(zones: readonly ZoneToSize[]): readonly HyperVVolume[] {
  const volumes = new Map<
    string,
    { owner: string; volume: string; sizes: (number | undefined)[]; freeGiB?: number }
  >();
  for (const { placed, planning } of zones) {
    if (!planning.judge.scope.scenario.startsWith("hyperv-")) continue;
    for (const { planned } of placed) {
      const host = hostOf(planning.document, planned.machine.host);
      for (const { datastore, sizeGiB } of replicatedDisksOf(planned.machine)) {
        if (datastore === undefined) continue;
        const owner = host?.cluster ?? planned.machine.host ?? "";
        const key = `${owner}\n${datastore}`.toLowerCase();
        const freeGiB = host?.datastores?.find(
          ({ name }) => name?.toLowerCase() === datastore.toLowerCase(),
        )?.freeGiB;
        const known = volumes.get(key) ?? { owner, volume: datastore, sizes: [] };
        if (freeGiB !== undefined) known.freeGiB = freeGiB;
        known.sizes.push(sizeGiB);
        volumes.set(key, known);
      }
    }
  }
  return [...volumes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { owner, volume, sizes, freeGiB }]) => {
      const size = sizes.some((each) => each === undefined)
        ? undefined
        : sizes.reduce<number>((sum, each) => sum + (each ?? 0), 0);
      const percent = Math.max(initialReplicationPercent, deltaReplicationPercent);
      const need = size === undefined ? undefined : (size * percent) / 100;
      const lacks = [
        ...(size === undefined ? ["size of its disks"] : []),
        ...(freeGiB === undefined ? ["free space (hosts[].datastores[].freeGiB)"] : []),
      ];
      return {
        owner,
        volume,
        disks: sizes.length,
        need: {
          value: need === undefined ? null : rounded(need, "up"),
          unit: "GiB",
          formula: `the larger of ${initialReplicationPercent} % (first copy) and ${deltaReplicationPercent} % (afterwards) of the size of ${sizes.length} disks`,
          source,
          ...(size === undefined ? { lacks: ["size of its disks"] } : {}),
        },
        missing: {
          value:
            need === undefined || freeGiB === undefined ? null : rounded(Math.max(0, need - freeGiB), "up"),
          unit: "GiB",
          formula: `need${need === undefined ? "" : ` ${rounded(need)}`} - free${freeGiB === undefined ? "" : ` ${freeGiB}`} GiB, at least 0`,
          source,
          ...(lacks.length === 0 ? {} : { lacks }),
        },
      };
    });
}

function hostOf({ hosts }: EstateDocument, name: string | undefined): Partial<Host> | undefined {
  return name === undefined
    ? undefined
    : hosts?.find((host) => host.name?.toLowerCase() === name.toLowerCase());
}
