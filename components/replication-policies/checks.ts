import { replicationPolicyFromAzureNative } from "../../limits/facts/from-azure-native";
import type { Scope } from "../../limits/rules/rule";
import {
  documentedLimits,
  judgeFacts,
  type DocumentedLimits,
  type LimitFindings,
} from "../limits/documented-limits";
import { PolicyInstanceType } from "../enumerations";
import { existingIdProblems } from "../inputs/existing";
import { missingInputs, type InputProblem, type SeenInputs } from "../inputs/input-problems";
import { known } from "../inputs/pending";
import type { ReplicationPoliciesArgs, ReplicationPolicyLevelArgs } from "./replication-policies";
import { minutesPerHour, policyInputs, settingsOf } from "./inputs";

/** The kind of a policy: as given, else the one of the scenario and experience; undefined where neither says. */
export function instanceTypeOf(
  limits: DocumentedLimits,
  level: ReplicationPolicyLevelArgs,
): PolicyInstanceType | undefined {
  return level.instanceType ?? (limits.judge === undefined ? undefined : kindOf(limits.judge.scope));
}

function kindOf(scope: Scope): PolicyInstanceType | undefined {
  switch (scope.scenario) {
    case "vmware-to-azure":
    case "physical-to-azure":
      return scope.experience === "classic"
        ? PolicyInstanceType.VmwareClassic
        : PolicyInstanceType.VmwareModernized;
    case "hyperv-to-azure":
    case "hyperv-vmm-to-azure":
      return PolicyInstanceType.HypervToAzure;
    case "azure-to-azure":
      return PolicyInstanceType.AzureToAzure;
    case "hyperv-vmm-to-secondary":
      return PolicyInstanceType.VmmToSecondary;
    default:
      return undefined;
  }
}

/** Everything that is wrong with the arguments, as far as they are known. */
export function policyInputProblems(args: ReplicationPoliciesArgs): readonly InputProblem[] {
  return allProblems(documentedLimits(args), { ...withDefaultPolicy(args) });
}

/** One policy with the defaults of its kind where none is given. */
export function withDefaultPolicy(
  args: ReplicationPoliciesArgs,
): ReplicationPoliciesArgs & Required<Pick<ReplicationPoliciesArgs, "policies">> {
  return { ...args, policies: args.policies ?? { default: {} } };
}

export function allProblems(limits: DocumentedLimits, seen: SeenInputs): readonly InputProblem[] {
  return [...limits.problems, ...policyProblems(limits, seen), ...policyFindings(limits, seen).errors];
}

/** Arguments that contradict each other or are missing. */
function policyProblems(limits: DocumentedLimits, seen: SeenInputs): readonly InputProblem[] {
  const { policies } = seen as unknown as ReplicationPoliciesArgs;
  return [
    ...missingInputs(seen, ["resourceGroupName", "vaultName"]),
    ...Object.entries(policies ?? {}).flatMap(([key, level]) =>
      levelProblems(limits, `policies.${key}`, level),
    ),
  ];
}

function levelProblems(
  limits: DocumentedLimits,
  path: string,
  level: ReplicationPolicyLevelArgs,
): readonly InputProblem[] {
  const settings = Object.keys(level).filter(
    (name) =>
      !["policyId", "policyName", "instanceType"].includes(name) &&
      level[name as keyof typeof level] !== undefined,
  );
  if (level.policyId !== undefined) {
    return existingIdProblems(level as SeenInputs, {
      idName: "policyId",
      type: "Microsoft.RecoveryServices/vaults/replicationPolicies",
      newOnly: ["policyName", "instanceType", ...settings],
      prefix: `${path}.`,
    });
  }
  const instanceType = instanceTypeOf(limits, level);
  const kinds: readonly string[] = Object.values(PolicyInstanceType);
  if (instanceType === undefined || !kinds.includes(instanceType)) {
    return [
      {
        propertyPath: `${path}.instanceType`,
        reason: `${instanceType === undefined ? "Missing, and no scenario says which" : JSON.stringify(instanceType)}: give one of ${kinds.join(", ")}.`,
      },
    ];
  }
  return settings.flatMap((name) =>
    settingProblems(path, name, level[name as keyof typeof level], instanceType),
  );
}

/** Kinds of policies that count recovery points by the hour. */
const inWholeHours: readonly PolicyInstanceType[] = [
  PolicyInstanceType.HypervToAzure,
  PolicyInstanceType.VmmToSecondary,
];

function settingProblems(
  path: string,
  name: string,
  input: unknown,
  instanceType: PolicyInstanceType,
): readonly InputProblem[] {
  const propertyPath = `${path}.${name}`;
  if (!Object.hasOwn(settingsOf[instanceType], name)) {
    const others = Object.keys(settingsOf[instanceType]).join(", ");
    return [
      {
        propertyPath,
        reason: `A policy ${instanceType} has no such setting: leave it out (it knows ${others}).`,
      },
    ];
  }
  const value = known(input);
  if (value === undefined || name === "multiVmSync") return [];
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0) {
    return [
      {
        propertyPath,
        reason: `${JSON.stringify(value)} is not a whole number of ${name.replace(/^.*In/, "").toLowerCase()}, 0 or more.`,
      },
    ];
  }
  if (inWholeHours.includes(instanceType) && name.endsWith("InMinutes") && value % minutesPerHour !== 0) {
    return [
      {
        propertyPath,
        reason: `${value} minutes are no whole hours, in which a policy ${instanceType} counts: give a multiple of ${minutesPerHour}.`,
      },
    ];
  }
  return [];
}

/** What the rules say about the policies. */
export function policyFindings(limits: DocumentedLimits, seen: SeenInputs): LimitFindings {
  const { policies } = seen as unknown as ReplicationPoliciesArgs;
  const judged = Object.entries(policies ?? {}).flatMap(([key, level]) => {
    const instanceType = instanceTypeOf(limits, level);
    if (
      level.policyId !== undefined ||
      instanceType === undefined ||
      !Object.hasOwn(settingsOf, instanceType)
    )
      return [];
    const { facts } = replicationPolicyFromAzureNative({
      policyName: level.policyName ?? key,
      properties: { providerSpecificInput: policyInputs(instanceType, level) },
    });
    return [
      judgeFacts(
        limits,
        "replication-policy",
        facts,
        (path) => `policies.${key}.${path === "name" ? "policyName" : path}`,
      ),
    ];
  });
  return {
    errors: judged.flatMap(({ errors }) => errors),
    warnings: judged.flatMap(({ warnings }) => warnings),
  };
}
