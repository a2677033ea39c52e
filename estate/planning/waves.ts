import type { Unit } from "./allocation";
import type { PlannedMachine, PlanOptions } from "./planning";

/** The letters a name starts with: `shop` of `shop-web-01`, `web` of `web01`. */
const firstLetters = /^\p{L}+/u;

/**
 * What a unit belongs to, so that it is moved and failed over with the rest of it: its multi-VM group, else what
 * the name of its first machine tells.
 */
export function applicationOf({ members }: Unit<PlannedMachine>, options: PlanOptions): string {
  const first = members[0]?.machine;
  if (first === undefined) return "";
  if (first.multiVmGroup !== undefined && first.multiVmGroup !== null) {
    return `group ${first.multiVmGroup.toLowerCase()}`;
  }
  if (options.waveBy === "group") return `machine ${first.name.toLowerCase()}`;
  const found = (options.wavePattern ?? firstLetters).exec(first.name);
  return `name ${(found?.[1] ?? found?.[0] ?? first.name).toLowerCase()}`;
}
