import { cacheStorageInputProblems } from "../cache-storage/checks";
import type { InputProblem } from "../inputs/input-problems";
import { networkInputProblems } from "../recovery-network/checks";
import { vaultInputProblems } from "../recovery-vault/checks";
import { policyInputProblems } from "../replication-policies/checks";
import type { LandingZone, LandingZoneCacheStorage } from "../../landing-zone/document";
import type { OpenedLandingZone } from "../../landing-zone/read";
import type { DocumentProblem } from "../../landing-zone/schema-problems";
import { throwDocumentProblems } from "./landing-zone-argument";
import { judgeMachines } from "./machines";
import { failbackNetworkArgs, networkArgs } from "./networks";
import { policyArgs } from "./policies";
import { resourceGroupNames } from "./resource-groups";
import { scopeOf } from "./scope";
import { cacheStorageArgs, vaultName } from "./storage";
import { vaultArgs } from "./vault";

/** What a document leaves open: told, because what is not known is not fine. */
export interface CheckedLandingZone {
  /** Rules that could not decide, as sentences. */
  readonly undecided: readonly string[];
}

/**
 * Judges the whole document before anything is created for it.
 *
 * @throws pulumi.InputPropertiesError naming everything that cannot be, by its path in the document.
 */
export function checkLandingZone({ zone, source, problems }: OpenedLandingZone): CheckedLandingZone {
  const machines = judgeMachines(zone);
  throwDocumentProblems(
    source,
    withoutRepetitions([...problems, ...machines.problems, ...partProblems(zone)]),
  );
  return machines;
}

/** Several components say the same of the document as a whole. */
function withoutRepetitions(problems: readonly DocumentProblem[]): readonly DocumentProblem[] {
  return [...new Map(problems.map((each) => [JSON.stringify([each.path, each.message]), each])).values()];
}

/** What the components that the parts become have against them. */
function partProblems(zone: LandingZone): readonly DocumentProblem[] {
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
  const problems = [
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
  ];
  return [
    ...problems.map(({ propertyPath, reason }) => ({ path: pathOf(propertyPath), message: reason })),
    ...policyProblems(zone),
  ];
}

/** Problems of the policies, where the document has them: in a list, where the component has them by name. */
function policyProblems(zone: LandingZone): readonly DocumentProblem[] {
  const problems = policyInputProblems(
    policyArgs(zone, scopeOf(zone), resourceGroupNames(zone), vaultName(zone)),
  );
  const places = [
    ...(zone.policies ?? []).map(({ name }, index) => ({ name, path: ["policies", index] })),
    ...(zone.failback?.policy === undefined
      ? []
      : [{ name: zone.failback.policy.name, path: ["failback", "policy"] }]),
  ];
  return problems.map(({ propertyPath, reason }) => {
    const place = places.find(({ name }) => propertyPath.startsWith(`policies.${name}.`));
    const path =
      place === undefined
        ? pathOf(propertyPath)
        : [...place.path, ...pathOf(propertyPath.slice(`policies.${place.name}.`.length))];
    return { path: path.map((key) => (key === "policyName" ? "name" : key)), message: reason };
  });
}

/** The keys of a path such as `networks.recovery.subnets[0].name`. */
function pathOf(text: string): readonly PropertyKey[] {
  return text
    .split(/\.|(?=\[)/)
    .filter((key) => key !== "")
    .map((key) => (key.startsWith("[") ? Number(key.slice(1, -1)) : key));
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
