import { cacheStorageInputProblems } from "../cache-storage/checks";
import { throwProblems, type InputProblem } from "../inputs/input-problems";
import { plannedMachineProblems } from "../limits/planned-machines";
import { networkInputProblems } from "../recovery-network/checks";
import { vaultInputProblems } from "../recovery-vault/checks";
import { policyInputProblems } from "../replication-policies/checks";
import type { LandingZone, LandingZoneCacheStorage } from "../../landing-zone/document";
import { failbackNetworkArgs, networkArgs } from "./networks";
import { policyArgs } from "./policies";
import { resourceGroupNames } from "./resource-groups";
import { scopeOf } from "./scope";
import { cacheStorageArgs, vaultName } from "./storage";
import { vaultArgs } from "./vault";

/**
 * Judges the whole document before anything is created for it.
 *
 * @throws pulumi.InputPropertiesError naming everything that cannot be, by its path in the document.
 */
export function checkLandingZone(zone: LandingZone): void {
  const scope = scopeOf(zone);
  const groups = resourceGroupNames(zone);
  const storage = (
    path: string,
    use: "cache" | "failback",
    level: LandingZoneCacheStorage | undefined,
    number = 1,
  ) =>
    level === undefined
      ? []
      : at(path, cacheStorageInputProblems(cacheStorageArgs(use, zone, scope, groups, level, number)));
  const { networks, failback } = zone;
  throwProblems("DisasterRecoveryLandingZone", [
    ...plannedMachineProblems(scope, zone.machines ?? {}),
    ...storage("cacheStorage", "cache", zone.cacheStorage),
    ...(zone.additionalCacheStorage ?? []).flatMap((level, index) =>
      storage(`additionalCacheStorage[${index}]`, "cache", level, index + 2),
    ),
    ...at("vault", vaultInputProblems(vaultArgs(zone, scope, groups))),
    ...(networks === undefined
      ? []
      : at(
          "networks",
          networkInputProblems(networkArgs(zone, scope, groups, networks.recovery, networks.testFailover)),
        )),
    ...policyInputProblems(policyArgs(zone, scope, groups, vaultName(zone))),
    ...storage("failback.cacheStorage", "failback", failback?.cacheStorage),
    ...(failback?.network === undefined
      ? []
      : at(
          "failback",
          networkInputProblems(failbackNetworkArgs(zone, scope, groups, failback.network)).map((problem) => ({
            ...problem,
            propertyPath: problem.propertyPath.replace(/^recovery\b/, "network"),
          })),
        )),
  ]);
}

/** Arguments of components that stand elsewhere in the document than in the part they are made from. */
const ofWholeDocument: Readonly<Record<string, string>> = {
  scenario: "scenario",
  edition: "edition",
  experience: "experience",
  vaultLocation: "vault.location",
};

/** The problems of a component at the part of the document that it was made from. */
function at(part: string, problems: readonly InputProblem[]): readonly InputProblem[] {
  return problems.map(({ propertyPath, reason }) => {
    const path = propertyPath.replace(/^logAccount\b/, "logStorage");
    return { propertyPath: ofWholeDocument[path] ?? `${part}.${path}`, reason };
  });
}
