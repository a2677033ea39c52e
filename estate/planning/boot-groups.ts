import { numberOf } from "../../limits/rules/rule";
import { sourceOf } from "./caps";
import type { PlannedMachine, Planning } from "./planning";

/**
 * The groups in which the machines of a recovery plan start: what others need first. One group where waves do
 * not follow dependencies, or where the documents name no number of groups.
 */
export function bootGroupsOf(
  members: readonly PlannedMachine[],
  { order, judge, assumptions }: Planning,
): readonly (readonly PlannedMachine[])[] {
  const limit = judge.context.limits.find("recovery-plan.max-groups");
  if (order === undefined || limit === undefined) return [members];
  const byDepth = Map.groupBy(members, (member) => order.ofMachine(member)?.depth ?? 0);
  const groups = [...byDepth].sort(([a], [b]) => a - b).map(([, group]) => group);
  const most = numberOf(limit);
  if (groups.length <= most) return groups;
  assumptions.add(
    `Kept: at most ${most} groups in a recovery plan (${sourceOf(limit)}); what comes after them starts with the last.`,
  );
  return [...groups.slice(0, most - 1), groups.slice(most - 1).flat()];
}
