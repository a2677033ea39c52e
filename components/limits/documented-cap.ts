import { limitSourceText } from "../../limits/finding-text";
import { numberOf } from "../../limits/rules/rule";
import type { DocumentedLimits } from "./documented-limits";

/** A documented cap that a component keeps to by itself, with where it comes from. */
export interface DocumentedCap {
  readonly value: number;
  /** `at most 100 machines in a recovery plan (edition 2019-05, …, section "…")`. */
  readonly text: string;
}

/**
 * The cap of this name in the component's edition and scenario; undefined where the documents name none.
 *
 * @param what that there is a most of, for messages.
 */
export function findCap({ judge }: DocumentedLimits, id: string, what: string): DocumentedCap | undefined {
  const limit = judge?.context.limits.find(id);
  if (limit === undefined) return undefined;
  const value = numberOf(limit);
  return { value, text: `at most ${value} ${what} (${limitSourceText(limit)})` };
}
