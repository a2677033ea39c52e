import { missing, notApplicable, violation, kept, type Answer, type LimitsInScope } from "../rules/rule";

/** A fact that a limit wants to be true, or to be false. */
export interface Flag {
  readonly limit: string;
  /** The fact's path, for what is missing and for the finding. */
  readonly fact: string;
  readonly value: boolean | undefined;
  readonly subject: string;
  /** What is observed when the limit is not kept. */
  readonly observed: string;
  /** Full sentence for a fact that is not as the limit wants it. */
  readonly message: string;
}

/** Compares a flag with what the limit's value asks for. */
export function judgeFlag(limits: LimitsInScope, flag: Flag): Answer {
  const limit = limits.find(flag.limit);
  if (limit === undefined) return notApplicable;
  if (flag.value === undefined) return [missing(flag.fact)];
  if (flag.value === limit.value) return kept;
  const { subject, observed, message, fact } = flag;
  return [violation(limit, { subject, observed, message, path: fact })];
}
