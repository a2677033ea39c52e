import type { DocumentedLimits } from "./documented-limits";

/** By which documents a component was judged; the policy pack judges its children by the same. */
export interface JudgedScope {
  /** Edition of the documentation. */
  readonly edition: string;
  readonly scenario: string;
  /** VMware and physical servers only. */
  readonly experience?: string;
  readonly intent: string;
}

/** Undefined where the component was given no scenario. */
export function judgedScope(limits: DocumentedLimits): JudgedScope | undefined {
  if (limits.judge === undefined) return undefined;
  const { edition, scenario, experience, intent } = limits.judge.scope;
  return { edition, scenario, intent, ...(experience === undefined ? {} : { experience }) };
}
