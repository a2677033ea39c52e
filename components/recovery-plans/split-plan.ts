import type { RecoveryPlanGroupLevelArgs } from "./recovery-plans";

/**
 * A plan's groups in as many parts as the cap needs, each with the groups that have something in it. Machines keep
 * their groups and the order of these; a multi-VM group stays whole. Actions before a group go to its first part,
 * those after it to its last.
 *
 * @param cap most machines of a plan; undefined: as many as there are.
 */
export function splitPlan(
  groups: readonly RecoveryPlanGroupLevelArgs[],
  cap: number | undefined,
  multiVmGroups: Readonly<Record<string, string>>,
): readonly (readonly RecoveryPlanGroupLevelArgs[])[] {
  const part = partOfMachines(groups, cap ?? Infinity, multiVmGroups);
  const last = Math.max(0, ...part.values());
  return Array.from({ length: last + 1 }, (_unused, index) =>
    groups.flatMap((group) => inPart(group, index, last, part)),
  );
}

function inPart(
  group: RecoveryPlanGroupLevelArgs,
  index: number,
  last: number,
  part: ReadonlyMap<string, number>,
): readonly RecoveryPlanGroupLevelArgs[] {
  const parts = (group.machines ?? []).map((machine) => part.get(machine) ?? 0);
  // A group of actions alone belongs to the beginning: it shuts down, or fails over.
  const first = parts.length === 0 ? 0 : Math.min(...parts);
  const end = parts.length === 0 ? (group.groupType === "Boot" ? last : 0) : Math.max(...parts);
  const machines = (group.machines ?? []).filter((machine) => part.get(machine) === index);
  if (machines.length === 0 && index !== first && index !== end) return [];
  const { startActions, endActions, machines: _all, ...rest } = group;
  return [
    {
      ...rest,
      ...(machines.length === 0 ? {} : { machines }),
      ...(startActions !== undefined && index === first ? { startActions } : {}),
      ...(endActions !== undefined && index === end ? { endActions } : {}),
    },
  ];
}

/** The part that each machine goes to, filled in the order of the groups. */
function partOfMachines(
  groups: readonly RecoveryPlanGroupLevelArgs[],
  cap: number,
  multiVmGroups: Readonly<Record<string, string>>,
): ReadonlyMap<string, number> {
  const machines = groups.flatMap((group) => group.machines ?? []);
  const members = Map.groupBy(machines, (machine) => unitOf(machine, multiVmGroups));
  const part = new Map<string, number>();
  let current = 0;
  let size = 0;
  // Units in the order of their first member.
  for (const unit of members.values()) {
    const distinct = new Set(unit);
    if (size > 0 && size + distinct.size > cap) {
      current += 1;
      size = 0;
    }
    size += distinct.size;
    for (const machine of distinct) part.set(machine, current);
  }
  return part;
}

/** What must not be cut: a multi-VM group, or a machine by itself. */
export function unitOf(machine: string, multiVmGroups: Readonly<Record<string, string>>): string {
  const group = multiVmGroups[machine];
  return group === undefined ? `machine ${machine}` : `group ${group}`;
}
