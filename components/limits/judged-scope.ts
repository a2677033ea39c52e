import type { DocumentedLimits } from "./documented-limits";

/** By which documents a component was judged; the policy pack judges its children by the same. */
export interface JudgedScope {
  /** Edition of the documentation. */
  readonly edition: string;
  /** What is replicated to where. */
  readonly scenario: string;
  /** VMware and physical servers only, and only where it was said: each edition has its own default. */
  readonly experience?: string;
  /** What the replication is for. */
  readonly intent: string;
}

/** Undefined where the component was given no scenario. */
export function judgedScope({ judge, given }: DocumentedLimits): JudgedScope | undefined {
  if (judge === undefined) return undefined;
  const { edition, scenario, intent } = judge.scope;
  return {
    edition,
    scenario,
    intent,
    ...(given.experience === undefined ? {} : { experience: given.experience }),
  };
}
