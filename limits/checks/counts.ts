import { knownNumber } from "../facts/known";
import type { Limit } from "../matrix/schema";
import { kept, missing, notApplicable, numberOf, violation, type Answer } from "../rules/rule";

/** A number of things that a limit bounds from above. */
export interface Count {
  readonly fact: string;
  readonly seen: unknown;
  readonly subject: string;
}

/** Judges a count by an inclusive upper bound; its unit is the limit's. */
export function atMost(limit: Limit | undefined, count: Count): Answer {
  if (limit === undefined) return notApplicable;
  const seen = knownNumber(count.seen);
  if (seen === undefined) return [missing(count.fact)];
  if (seen <= numberOf(limit)) return kept;
  const unit = limit.unit ?? "";
  return [
    violation(limit, {
      subject: count.subject,
      observed: `${seen} ${unit}`,
      message: `There are ${seen} ${unit}; at most ${numberOf(limit)} are supported.`,
      path: count.fact,
    }),
  ];
}
