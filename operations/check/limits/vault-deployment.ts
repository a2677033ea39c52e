import type { Deployment } from "../../../limits/facts/azure";
import { deploymentFromArm } from "../../../limits/facts/from-arm";
import { known } from "../../../limits/facts/known";
import type { ReplicatedMachine } from "../../vault/item/replicated-machine";
import { elementsOf, valueOf } from "../../vault/part";
import type { CheckedVault } from "../checked-vault";
import { networkFacts, privateEndpointFacts, roleFacts, storageFacts } from "./surrounding-facts";

type Snapshot = CheckedVault["snapshot"];

const indexes = new WeakMap<Snapshot, ReadonlyMap<string, unknown>>();

/** The items of a vault by their ids in lower case. */
export function itemsById(snapshot: Snapshot): ReadonlyMap<string, unknown> {
  let index = indexes.get(snapshot);
  if (index === undefined) {
    index = new Map(
      (elementsOf(snapshot.protectedItems) ?? []).map((item) => [item.id?.toLowerCase() ?? "", item]),
    );
    indexes.set(snapshot, index);
  }
  return index;
}

/** The vault with the machines of one scenario: rules of one scenario must not judge another one's items. */
export function deploymentOf(vault: CheckedVault, members: readonly ReplicatedMachine[]): Deployment {
  const { snapshot, surroundings } = vault;
  const index = itemsById(snapshot);
  const resource = valueOf(snapshot.vault);
  return known<Deployment>({
    ...deploymentFromArm(
      known({
        vault: resource,
        protectedItems: members.map(({ id }) => index.get(id.toLowerCase())),
        recoveryPlans: elementsOf(snapshot.recoveryPlans),
        policies: elementsOf(snapshot.policies),
        networkMappings: elementsOf(snapshot.networkMappings),
      }),
    ),
    storageAccounts: storageFacts(surroundings, members),
    networks: networkFacts(surroundings, members),
    privateEndpoints: privateEndpointFacts(resource),
    vaultRoles: roleFacts(surroundings),
  });
}
