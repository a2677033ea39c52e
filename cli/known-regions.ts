import type { EstateDocument } from "../estate/document";
import { InputError } from "../landing-zone/input-error";
import { regionProblem } from "../limits/azure-values";
import { normalizeRegion } from "../limits/facts/region";
import { UsageError } from "./faults";

/**
 * Refuses a target in a region that Azure does not have: no limit speaks of it, and nothing could be deployed. Regions
 * that an inventory found machines in are Azure's own.
 *
 * @throws UsageError for an option, InputError for an estate document.
 */
export function refuseUnknownRegions(
  { target }: EstateDocument,
  { region, newRegion = [] }: { readonly region?: string; readonly newRegion?: readonly string[] },
): void {
  const problemOf = (name: string): string | undefined =>
    regionProblem(normalizeRegion(name), newRegion, "--new-region");
  const problem = region === undefined ? undefined : problemOf(region);
  if (problem !== undefined) throw new UsageError(`--region: ${problem}.`);
  for (const key of ["region", "vaultRegion", "networkRegion", "storageRegion"] as const) {
    const name = target?.[key];
    // The option wins over the document's region.
    if (name === undefined || (key === "region" && region !== undefined)) continue;
    const unknown = problemOf(name);
    if (unknown !== undefined) {
      throw new InputError(`${unknown}.`, "Correct the name.", { path: `target.${key}` });
    }
  }
}
