import type { Vault } from "../azure";
import type { SeenFacts } from "../from-azure-native";
import { vaultAt } from "../from-azure-native/vault";
import { parseResourceId } from "../resource-id";

/** Facts of a vault as Azure Resource Manager shows it: the JSON of `GET …/vaults/{name}`. */
export function vaultFromArm(vault: unknown): SeenFacts<Vault> {
  const { facts, ...open } = vaultAt(vault, { name: ["name"] });
  const resourceGroup = facts.id === undefined ? undefined : parseResourceId(facts.id).resourceGroup;
  return { facts: { ...facts, ...(resourceGroup === undefined ? {} : { resourceGroup }) }, ...open };
}
