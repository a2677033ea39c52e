import { knownNumber, knownString } from "../facts/known";
import type { Machine } from "../facts/machine";
import type { Site } from "../facts/site";
import { convert } from "../units";
import { numberOf, stringsOf, type LimitsInScope } from "../rules/rule";
import { releaseOf } from "./release";
import { listingOf } from "./release-lists";

/**
 * Which churn limits an Azure VM replicates under: the ordinary ones, High Churn, or the enhanced ones
 * that large machines of certain systems get in certain regions. What is not known counts as not enhanced.
 */
export function highChurnOf(
  machine: Machine,
  site: Site | undefined,
  limits: LimitsInScope,
): "normal" | "high" | "enhanced" {
  if (machine.azure?.highChurn !== true || limits.find("churn.disk.high") === undefined) return "normal";
  const memory = limits.find("churn.enhanced.min-memory");
  const systems = limits.find("churn.enhanced.operating-systems");
  const regions = limits.find("churn.enhanced.regions");
  if (memory === undefined || systems === undefined || regions === undefined) return "high";
  const memoryMiB = knownNumber(machine.memoryMiB);
  if (memoryMiB === undefined || memoryMiB < convert(numberOf(memory), "GiB", "MiB")) return "high";
  const release = releaseOf(machine);
  if (release.family !== "windows" && listingOf(release, systems).kind !== "listed") return "high";
  const listed = stringsOf(regions);
  const places = [knownString(machine.azure.region), knownString(site?.target?.region)];
  return places.every(
    (region) => region !== undefined && listed.includes(region.toLowerCase().replaceAll(" ", "")),
  )
    ? "enhanced"
    : "high";
}
