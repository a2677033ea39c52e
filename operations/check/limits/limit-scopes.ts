import type { Edition } from "../../../limits/editions";
import { completeScope, createJudge, ScenarioError, type Judge } from "../../../limits/judge";
import type { Experience, Scenario } from "../../../limits/scenarios";
import type { ReplicatedMachine } from "../../vault/item/replicated-machine";

export interface LimitScope {
  readonly edition: Edition;
  /** ISO date. */
  readonly asOf: string;
}

/** A judge for every scenario that runs in a vault, with its machines. */
export function* scopesOf(
  machines: readonly ReplicatedMachine[],
  { edition, asOf }: LimitScope,
): Iterable<readonly [Judge, readonly ReplicatedMachine[]]> {
  const groups = Map.groupBy(machines, ({ scenario, experience }) => `${scenario ?? ""} ${experience ?? ""}`);
  for (const members of groups.values()) {
    const { scenario, experience } = members[0] ?? {};
    if (scenario === undefined) continue;
    const judge = judgeOf(edition, scenario, experience, asOf);
    if (judge !== undefined) yield [judge, members];
  }
}

/** None where the edition says nothing about the scenario: its machines stay without verdicts on limits. */
function judgeOf(
  edition: Edition,
  scenario: Scenario,
  experience: Experience | undefined,
  asOf: string,
): Judge | undefined {
  try {
    return createJudge(completeScope({ edition, scenario, experience, asOf }));
  } catch (error) {
    if (error instanceof ScenarioError) return undefined;
    throw error;
  }
}
