import type { PlacedMachine } from "./placed-machines";
import { vmSizeCommand, type VmSizeList } from "./vm-size-list";
import { vmSizeRule } from "./vm-sizes";

/** Sizes of virtual machines in a plan. */
export interface VmSizeSummary {
  /** How they were chosen, or what is needed to choose. */
  readonly rule: string;
  readonly source: string;
  /** Sizes of the list that no machine is planned on, by reason. */
  readonly skipped: readonly { readonly reason: string; readonly sizes: number }[];
  /** By the number of machines, most first. */
  readonly sizes: readonly {
    readonly name: string;
    readonly family: string | null;
    readonly machines: number;
  }[];
  /** Machines without a size, by reason. */
  readonly undecided: readonly { readonly reason: string; readonly machines: number }[];
}

export function summarizeVmSizes(
  placed: readonly PlacedMachine[],
  list: VmSizeList | undefined,
  region = "REGION",
): VmSizeSummary {
  if (list === undefined) {
    return {
      rule: `Undecided: no list of sizes is built in. \`${vmSizeCommand(region)}\` prints one for --vm-sizes.`,
      source: "--vm-sizes not given",
      skipped: [],
      sizes: [],
      undecided: [],
    };
  }
  const bySize = Map.groupBy(placed, ({ vmSize }) => vmSize?.name ?? undefined);
  const undecided = Map.groupBy(bySize.get(undefined) ?? [], ({ vmSize }) => vmSize?.why ?? "");
  const most = (a: { readonly machines: number }, b: { readonly machines: number }): number =>
    b.machines - a.machines;
  return {
    rule: vmSizeRule,
    source: `${list.command}, ${list.file}`,
    skipped: list.skipped,
    sizes: [...bySize]
      .flatMap(([name, machines]) =>
        name === undefined
          ? []
          : [{ name, family: machines[0]?.vmSize?.family ?? null, machines: machines.length }],
      )
      .sort((a, b) => most(a, b) || (a.name < b.name ? -1 : 1)),
    undecided: [...undecided].map(([reason, { length }]) => ({ reason, machines: length })).sort(most),
  };
}
