import type { Deployment } from "../facts/azure";
import { knownString } from "../facts/known";
import { normalizeRegion } from "../facts/region";

/** A region in its short form, or undefined. */
export function regionOf(region: unknown): string | undefined {
  const known = knownString(region);
  return known === undefined ? undefined : normalizeRegion(known);
}

/** Whether machines are recovered in the region they run in; undefined where a region is not known. */
export function isWithinRegion(deployment: Deployment): boolean | undefined {
  const source = regionOf(deployment.sourceRegion);
  const target = regionOf(deployment.targetRegion);
  return source === undefined || target === undefined ? undefined : source === target;
}

/** The facts that it needs. */
export const regionFacts = ["sourceRegion", "targetRegion"] as const;
