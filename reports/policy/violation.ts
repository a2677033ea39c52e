import { allRules } from "../../limits/rules/registry.gen";
import type { Rule } from "../../limits/rules/rule";
import type { PolicyViolation } from "./engine-events";

/** Name of our policy pack; its policies have the names of the rules. */
const ownPack = "azure-siterecovery";

/** `mandatory` stops a deployment; `undecided` is what a rule could not decide, which is no pass. */
export type ViolationLevel = "mandatory" | "advisory" | "undecided";

/** Worst first. */
export const violationLevels: readonly ViolationLevel[] = ["mandatory", "advisory", "undecided"];

export function levelOf(violation: PolicyViolation): ViolationLevel {
  if (violation.enforcementLevel === "mandatory") return "mandatory";
  return isOwn(violation) && violation.message.includes("could not decide") ? "undecided" : "advisory";
}

/** The rule behind a policy of our pack; undefined for other packs and for `settings`. */
export function ruleOf(pack: string, policy: string): Rule | undefined {
  return pack === ownPack ? allRules.find(({ name }) => name === policy) : undefined;
}

/** Worst first, then by policy and resource. */
export function sortViolations(violations: readonly PolicyViolation[]): readonly PolicyViolation[] {
  const key = ({ policyName, resourceUrn = "" }: PolicyViolation): string => `${policyName}\n${resourceUrn}`;
  return [...violations].sort(
    (a, b) =>
      violationLevels.indexOf(levelOf(a)) - violationLevels.indexOf(levelOf(b)) || (key(a) < key(b) ? -1 : 1),
  );
}

/** `azure-native:storage:StorageAccount cache-account`; `stack` where a violation names no resource. */
export function resourceText(urn: string | undefined): string {
  if (urn === undefined || urn === "") return "stack";
  // urn:pulumi:<stack>::<project>::<type of the parent>$<type>::<name>; a name may contain `::`.
  const [, , types, ...name] = urn.split("::");
  if (types === undefined || name.length === 0) return urn;
  return `${types.slice(types.lastIndexOf("$") + 1)} ${name.join("::")}`;
}

function isOwn(violation: PolicyViolation): boolean {
  return violation.policyPackName === ownPack;
}
