import { counted } from "../../limits/counted";
import type { Machine } from "../../limits/facts/machine";
import { rounded } from "./figure";
import { replicatedDisksOf } from "./planned-churn";
import type { VmSize, VmSizeList } from "./vm-size-list";

/** Size of a machine in Azure, and why. */
export interface TargetVmSize {
  /** `null`: not decided. */
  readonly name: string | null;
  readonly vcpus: number | null;
  readonly family: string | null;
  /** One sentence: what decided, or what is missing. */
  readonly why: string;
  /** The list that the size is from. */
  readonly source: string;
  /** What the machine or the list does not say, so that it was not checked. */
  readonly notChecked?: readonly string[];
}

/** What a machine asks of its size. */
export interface VmDemand {
  readonly machine: Machine;
  /** A disk goes to premium storage. */
  readonly premium: boolean;
  readonly peakMBps: number | undefined;
  readonly availabilityZone: string | undefined;
}

/** The rule as plans state it. */
export const vmSizeRule =
  "The size with the fewest vCPUs, then the least memory, that has the machine's cores, memory, data disks and network adapters, its generation, premium storage where a disk needs it and the throughput of its peak churn; of equal ones the cheaper if prices are given, then the newest version, then the first by name.";

interface Demand {
  readonly text: string;
  /** Undefined where the list does not tell. */
  readonly meets: (size: VmSize) => boolean | undefined;
}

/** Chooses sizes from one list. */
export class VmSizes {
  readonly #ordered: readonly VmSize[];
  readonly #source: string;

  /** @param priceOf price of a size for an hour, where one is given */
  constructor(list: VmSizeList, priceOf: (name: string) => number | undefined = () => undefined) {
    this.#source = `${list.command}, ${list.file}`;
    this.#ordered = list.sizes.toSorted(
      (a, b) =>
        a.vcpus - b.vcpus ||
        a.memoryMiB - b.memoryMiB ||
        compare(priceOf(a.name) ?? Infinity, priceOf(b.name) ?? Infinity) ||
        versionOf(b.name) - versionOf(a.name) ||
        compare(a.name.toLowerCase(), b.name.toLowerCase()),
    );
  }

  /** The smallest size that has what the machine needs. */
  choose(demand: VmDemand): TargetVmSize {
    const source = this.#source;
    const undecided = (why: string): TargetVmSize => ({ name: null, vcpus: null, family: null, why, source });
    const { cpuCores, memoryMiB, disks, nics } = demand.machine;
    const missing = [
      ...(cpuCores === undefined ? ["cores"] : []),
      ...(memoryMiB === undefined ? ["memory"] : []),
      ...(disks === undefined ? ["disks"] : []),
    ];
    if (cpuCores === undefined || memoryMiB === undefined || disks === undefined) {
      return undecided(`Undecided: the machine's ${missing.join(", ")} are not known.`);
    }
    const demands = demandsOf(demand, cpuCores, memoryMiB);
    // A size of which the list does not tell something counts as one that has it, and the plan says so.
    const size = this.#ordered.find((each) => demands.every(({ meets }) => meets(each) !== false));
    const needs = demands.map(({ text }) => text).join(", ");
    if (size === undefined) return undecided(`No size of the list has ${needs}.`);
    const notChecked = [
      ...demands.flatMap(({ text, meets }) =>
        meets(size) === undefined ? [`${text}: not in the list`] : [],
      ),
      ...(nics === undefined ? ["network adapters: not known"] : []),
    ];
    return {
      name: size.name,
      vcpus: size.vcpus,
      family: size.family ?? null,
      why: `The smallest with ${needs}.`,
      source,
      ...(notChecked.length === 0 ? {} : { notChecked }),
    };
  }
}

function demandsOf(
  { machine, premium, peakMBps, availabilityZone }: VmDemand,
  cores: number,
  memoryMiB: number,
): readonly Demand[] {
  const disks = replicatedDisksOf(machine);
  // Without a mark, one of the disks is the one of the operating system.
  const data = Math.max(0, disks.length - 1);
  const nics = machine.nics?.length;
  const generation =
    machine.generation ?? (machine.firmware === undefined ? undefined : machine.firmware === "uefi" ? 2 : 1);
  const least = (text: string, value: number, of: (size: VmSize) => number | undefined): Demand => ({
    text,
    meets: (size) => {
      const has = of(size);
      return has === undefined ? undefined : has >= value;
    },
  });
  return [
    least(counted(cores, "core"), cores, ({ vcpus }) => vcpus),
    least(`${rounded(memoryMiB / 1024)} GiB of memory`, memoryMiB, (size) => size.memoryMiB),
    least(counted(data, "data disk"), data, ({ maxDataDisks }) => maxDataDisks),
    ...(nics === undefined || nics < 2 ? [] : [least(`${nics} adapters`, nics, ({ maxNics }) => maxNics)]),
    ...(premium ? [{ text: "premium storage", meets: ({ premiumStorage }: VmSize) => premiumStorage }] : []),
    ...(peakMBps === undefined
      ? []
      : [least(`${rounded(peakMBps)} MB/s of writes`, peakMBps, ({ uncachedMBps }) => uncachedMBps)]),
    ...(generation === undefined
      ? []
      : [
          {
            text: `generation ${generation}`,
            meets: ({ generations }: VmSize) => generations?.includes(generation),
          },
        ]),
    ...(availabilityZone === undefined
      ? []
      : [
          {
            text: `zone ${availabilityZone}`,
            meets: ({ zones }: VmSize) => zones?.includes(availabilityZone),
          },
        ]),
  ];
}

/** 5 of `Standard_D4s_v5`; the first version has no number. */
function versionOf(name: string): number {
  return Number(/_v(\d+)$/i.exec(name)?.[1] ?? 1);
}

function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
