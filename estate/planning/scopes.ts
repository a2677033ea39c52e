import { completeScope, createJudge, type Judge } from "../../limits/judge";
import { hasExperience, type Experience, type Scenario } from "../../limits/scenarios";
import type { Assessment } from "../assessment";
import type { EstateDocument } from "../document";
import { compareText, type PlannedMachine } from "./planning";

/** Machines that are judged, and therefore planned, alike. */
export interface PlanScope {
  readonly scenario: Scenario;
  readonly experience?: Experience;
}

/** The scopes of the machines; the one of most machines comes first. */
export function scopesOf(machines: readonly PlannedMachine[]): readonly PlanScope[] {
  const counts = new Map<string, { readonly scope: PlanScope; count: number }>();
  for (const { assessed } of machines) {
    const key = `${assessed.scenario} ${assessed.experience ?? ""}`;
    const known = counts.get(key) ?? {
      scope: { scenario: assessed.scenario, experience: assessed.experience },
      count: 0,
    };
    counts.set(key, known);
    known.count += 1;
  }
  return [...counts]
    .sort(([a, one], [b, other]) => other.count - one.count || compareText(a, b))
    .map(([, { scope }]) => scope);
}

export function isInScope(member: PlannedMachine | undefined, scope: PlanScope): boolean {
  return member?.assessed.scenario === scope.scenario && member.assessed.experience === scope.experience;
}

export function judgeOfScope(scope: PlanScope, assessment: Assessment, document: EstateDocument): Judge {
  const { edition, intent, asOf } = assessment;
  return createJudge(
    completeScope({
      edition,
      intent,
      asOf,
      scenario: scope.scenario,
      ...(hasExperience(scope.scenario) ? { experience: scope.experience } : {}),
      site: document,
    }),
  );
}
