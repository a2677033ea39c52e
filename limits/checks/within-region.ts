import type { Deployment } from "../facts/azure";
import type { Answer, Outcome } from "../rules/rule";
import { missing, notApplicable } from "../rules/rule";
import { itemsOf, type KnownItem } from "./protected-items";
import { isWithinRegion, regionFacts } from "./regions";

/** Judges every machine that is recovered in the region it runs in, between zones. */
export function judgeWithinRegion(
  deployment: Deployment,
  judge: (item: KnownItem, index: number) => readonly Outcome[],
): Answer {
  const within = isWithinRegion(deployment);
  if (within === undefined) return [missing(...regionFacts)];
  if (!within) return notApplicable;
  const items = itemsOf(deployment);
  if (items === undefined) return [missing("protectedItems")];
  return items.flatMap(judge);
}
