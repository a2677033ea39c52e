import { isSame, type MachinePlace, type PlanDifference } from "../../estate/planning/difference";
import { counted } from "../../limits/counted";
import { printable } from "../printable-text";

/** Machines of each kind that are named. */
const mostNamed = 20;

/** What a plan changes, a line a machine. */
export function differenceText(difference: PlanDifference): string {
  if (isSame(difference)) return "changed: nothing, the landing zones are as before.\n";
  const { added, removed, changed, zones } = difference;
  return [
    `changed: ${counted(added.length, "machine")} added, ${removed.length} removed, ${changed.length} changed.\n`,
    ...named("+", added),
    ...named("-", removed),
    ...named("~", changed, ({ what }) => `: ${what.join(", ")}`),
    ...zones.map(({ landingZone, keys }) => `  ~ landing zone ${landingZone}: ${keys.join(", ")}\n`),
  ].join("");
}

function named<T extends MachinePlace>(
  sign: string,
  machines: readonly T[],
  more: (machine: T) => string = () => "",
): readonly string[] {
  const lines = machines
    .slice(0, mostNamed)
    .map(
      (machine) =>
        printable(`  ${sign} ${machine.name} (landing zone ${machine.landingZone})${more(machine)}`) + "\n",
    );
  const rest = machines.length - lines.length;
  return rest > 0 ? [...lines, `  ${sign} … and ${rest} more\n`] : lines;
}
