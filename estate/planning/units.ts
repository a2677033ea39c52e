import type { Unit } from "./allocation";
import { compareText, type LeftOutMachine, type PlannedMachine } from "./planning";

export interface Units {
  /** Machines that can be protected, multi-VM groups as a whole, in an order that their input's does not change. */
  readonly units: readonly Unit<PlannedMachine>[];
  readonly leftOut: readonly LeftOutMachine[];
}

/**
 * Takes apart what can be planned and what cannot. A multi-VM group shares recovery points: it is protected
 * whole or not at all.
 */
export function unitsOf(machines: readonly PlannedMachine[]): Units {
  const sorted = [...machines].sort(compareMachines);
  const groups = new Map<string, PlannedMachine[]>();
  const units: Unit<PlannedMachine>[] = [];
  const leftOut: LeftOutMachine[] = [];
  for (const planned of sorted) {
    const group = planned.machine.multiVmGroup;
    if (group === undefined || group === null) {
      if (canBePlanned(planned)) units.push({ members: [planned] });
      else leftOut.push(leftOutMachine(planned));
      continue;
    }
    // Groups of two scenarios are two groups, whatever they are called.
    const key = `${planned.assessed.scenario} ${planned.assessed.experience ?? ""} ${group.toLowerCase()}`;
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [planned]);
    else members.push(planned);
  }
  for (const members of groups.values()) {
    const missing = members.filter((member) => !canBePlanned(member));
    if (missing.length === 0) {
      units.push({ members });
      continue;
    }
    const names = missing.map(({ machine }) => machine.name).join(", ");
    for (const member of members) {
      leftOut.push(
        canBePlanned(member)
          ? leftOutMachine(member, [
              `Its multi-VM group ${member.machine.multiVmGroup ?? ""} is protected as a whole, and ${names} cannot be protected yet.`,
            ])
          : leftOutMachine(member),
      );
    }
  }
  return { units: units.sort((a, b) => compareFirst(a, b)), leftOut };
}

function compareFirst(a: Unit<PlannedMachine>, b: Unit<PlannedMachine>): number {
  const [first] = a.members;
  const [second] = b.members;
  return first === undefined || second === undefined ? 0 : compareMachines(first, second);
}

function canBePlanned({ assessed }: PlannedMachine): boolean {
  return assessed.verdict === "ready" || assessed.verdict === "conditional";
}

function leftOutMachine({ assessed }: PlannedMachine, reasons?: readonly string[]): LeftOutMachine {
  const { name, id, verdict } = assessed;
  return {
    name,
    ...(id === undefined ? {} : { id }),
    verdict,
    reasons: reasons ?? [
      ...assessed.findings
        .filter(({ severity, waiver }) => severity === "error" && waiver === null)
        .map(({ ref, rule, message }) => `${ref} ${rule}: ${message}`),
      ...(assessed.verdict === "unknown" ? [`Not known: ${assessed.decisiveFactsMissing.join(", ")}.`] : []),
    ],
  };
}

/** By name, then by id; machines that share both are told apart by their facts. */
export function compareMachines(a: PlannedMachine, b: PlannedMachine): number {
  return (
    compareText(a.machine.name.toLowerCase(), b.machine.name.toLowerCase()) ||
    compareText(a.machine.id ?? "", b.machine.id ?? "") ||
    compareText(JSON.stringify(a.machine), JSON.stringify(b.machine))
  );
}
