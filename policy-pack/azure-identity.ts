import type { WaivedSubject } from "../limits/waivers";
import { textAt, type Program, type ProgramResource } from "./program";
import { nameProperties, tokens } from "./resource-types";

/** Inputs that name what a resource lies in and the resource itself, with the ARM type of each, outermost first. */
const idParts: Readonly<Record<string, readonly (readonly [armType: string, input: string])[]>> = {
  [tokens.network]: [["Microsoft.Network/virtualNetworks", "virtualNetworkName"]],
  [tokens.storageAccount]: [["Microsoft.Storage/storageAccounts", "accountName"]],
  [tokens.vault]: [["Microsoft.RecoveryServices/vaults", "vaultName"]],
  [tokens.policy]: [
    ["Microsoft.RecoveryServices/vaults", "resourceName"],
    ["replicationPolicies", "policyName"],
  ],
  [tokens.recoveryPlan]: [
    ["Microsoft.RecoveryServices/vaults", "resourceName"],
    ["replicationRecoveryPlans", "recoveryPlanName"],
  ],
  [tokens.protectedItem]: [
    ["Microsoft.RecoveryServices/vaults", "resourceName"],
    ["replicationFabrics", "fabricName"],
    ["replicationProtectionContainers", "protectionContainerName"],
    ["replicationProtectedItems", "replicatedProtectedItemName"],
  ],
  [tokens.networkMapping]: [
    ["Microsoft.RecoveryServices/vaults", "resourceName"],
    ["replicationFabrics", "fabricName"],
    ["replicationNetworks", "networkName"],
    ["replicationNetworkMappings", "networkMappingName"],
  ],
  [tokens.privateEndpoint]: [["Microsoft.Network/privateEndpoints", "privateEndpointName"]],
};

/**
 * What waivers may call a resource of a program: its name in the program, its URN, its name in Azure and its id
 * there. An id is known of an existing resource, and otherwise put together from inputs, as far as they are known;
 * a subscription that the program does not state is not compared.
 */
export function waivedSubject(resource: ProgramResource, program: Program): WaivedSubject {
  const azureName =
    textAt(resource.inputs, [nameProperties[resource.type] ?? "name"]) ?? textAt(resource.outputs, ["name"]);
  const known = textAt(resource.outputs, ["id"]);
  return {
    names: [resource.name, resource.urn, ...(azureName === undefined ? [] : [azureName])],
    isCalled: (subject) => {
      if (!subject.startsWith("/")) return false;
      const called = segmentsOf(subject);
      if (known?.startsWith("/") === true) return same(called, segmentsOf(known));
      const path = pathOf(resource, program);
      if (path === undefined) return false;
      const own = segmentsOf(`/subscriptions/${resource.subscriptionId ?? called[1] ?? ""}${path}`);
      return same(called, own);
    },
  };
}

function segmentsOf(id: string): readonly string[] {
  return id.toLowerCase().split("/").filter(Boolean);
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((segment, index) => segment === other[index]);
}

/** The id below its subscription; undefined where a part of it is not known yet. */
function pathOf(resource: ProgramResource, program: Program): string | undefined {
  const parts = idParts[resource.type];
  const group = nameAt(resource, "resourceGroupName", program);
  if (parts === undefined || group === undefined) return undefined;
  const named: string[] = [];
  for (const [armType, input] of parts) {
    const name = nameAt(resource, input, program);
    if (name === undefined) return undefined;
    named.push(`${armType}/${name}`);
  }
  return `/resourceGroups/${group}/providers/${named.join("/")}`;
}

/** The text of an input, or the name of the resource that the input refers to. */
function nameAt(resource: ProgramResource, input: string, program: Program): string | undefined {
  const literal = textAt(resource.inputs, [input]);
  if (literal !== undefined) return literal;
  const [urn, ...others] = resource.references.get(input) ?? [];
  const target = urn === undefined || others.length > 0 ? undefined : program.get(urn);
  if (target === undefined) return undefined;
  const own = nameProperties[target.type];
  return (own === undefined ? undefined : textAt(target.inputs, [own])) ?? textAt(target.outputs, ["name"]);
}
