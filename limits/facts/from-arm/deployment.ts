import type { Deployment } from "../azure";
import { knownObject } from "../known";
import { normalizeRegion } from "../region";
import { networkMappingFromArm } from "./network-mapping";
import { protectedItemFromArm } from "./protected-item";
import { recoveryPlanFromArm } from "./recovery-plan";
import { replicationPolicyFromArm } from "./replication-policy";
import { vaultFromArm } from "./vault";

/** What a vault holds, as the REST API lists it. An absent list was not read; an empty one has nothing. */
export interface SiteRecoveryResources {
  readonly vault?: unknown;
  readonly protectedItems?: readonly unknown[];
  readonly recoveryPlans?: readonly unknown[];
  readonly policies?: readonly unknown[];
  readonly networkMappings?: readonly unknown[];
}

/**
 * The facts of a live vault for rules about relations. A state that was read before makes `previous`: what may not
 * change under protection, and what was moved, shows by comparing the two.
 */
export function deploymentFromArm(now: SiteRecoveryResources, before?: SiteRecoveryResources): Deployment {
  return before === undefined ? deploymentOf(now) : { ...deploymentOf(now), previous: deploymentOf(before) };
}

function deploymentOf(resources: SiteRecoveryResources): Omit<Deployment, "previous"> {
  const { vault, protectedItems, recoveryPlans, policies, networkMappings } = resources;
  return {
    ...(vault === undefined ? {} : { vault: vaultFromArm(vault).facts }),
    ...(protectedItems === undefined
      ? {}
      : {
          protectedItems: protectedItems.map((item) => protectedItemFromArm(item).facts),
          ...azureToAzure(protectedItems),
        }),
    ...(recoveryPlans === undefined
      ? {}
      : { recoveryPlans: recoveryPlans.map((plan) => recoveryPlanFromArm(plan).facts) }),
    ...(policies === undefined
      ? {}
      : { policies: policies.map((policy) => replicationPolicyFromArm(policy).facts) }),
    ...(networkMappings === undefined
      ? {}
      : { networkMappings: networkMappings.map((mapping) => networkMappingFromArm(mapping).facts) }),
  };
}

/**
 * What items between Azure regions say of the deployment, where they agree: regions of source and target, and
 * whether one of them replicates with High Churn.
 */
function azureToAzure(
  items: readonly unknown[],
): Pick<Deployment, "sourceRegion" | "targetRegion" | "churn"> {
  const details = items
    .map(detailsOf)
    .filter(({ instanceType }) => typeof instanceType === "string" && /^a2a$/i.test(instanceType));
  const one = (name: string): string | undefined => {
    const values = new Set(details.map((item) => item[name]));
    const [value] = values;
    return values.size === 1 && typeof value === "string" && value !== "" ? value : undefined;
  };
  const sourceRegion = one("primaryFabricLocation");
  const targetRegion = one("recoveryFabricLocation");
  const churn = details.map((item) => item["churnOptionSelected"]);
  return {
    ...(sourceRegion === undefined ? {} : { sourceRegion: normalizeRegion(sourceRegion) }),
    ...(targetRegion === undefined ? {} : { targetRegion: normalizeRegion(targetRegion) }),
    ...(churn.includes("High")
      ? { churn: "high" }
      : churn.length > 0 && churn.every((option) => option === "Normal")
        ? { churn: "normal" }
        : {}),
  };
}

function detailsOf(item: unknown): Readonly<Record<string, unknown>> {
  const { properties } = knownObject(item as { readonly properties?: unknown } | null);
  const { providerSpecificDetails } = knownObject(
    properties as { readonly providerSpecificDetails?: unknown } | null,
  );
  return knownObject(providerSpecificDetails as Readonly<Record<string, unknown>> | null);
}
