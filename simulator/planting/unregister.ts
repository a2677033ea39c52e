import { parseResourceId } from "../arm/resource-id";
import type { Cloud } from "../cloud";
import { objectAt, stringAt } from "../json";
import { fabricType } from "../types/recovery-services/type-names";

/** Fabrics that came with a registration; the others are removed by requests. */
const registeredKinds: readonly string[] = ["InMageRcm", "VMware", "VMwareV2", "VMM"];

/**
 * Takes out of its vault what registered there, as resetting an appliance or uninstalling a server does.
 *
 * @throws Error when there is no such fabric, or something still uses it.
 */
export function unregister(cloud: Cloud, fabricId: string): void {
  const fabric = parseResourceId(fabricId) && cloud.store.get(fabricId);
  if (fabric?.type !== fabricType) throw new Error(`'${fabricId}' is no fabric of a vault.`);
  const kind = stringAt(objectAt(objectAt(fabric.envelope, "properties"), "customDetails"), "instanceType");
  if (kind === undefined || !registeredKinds.includes(kind)) {
    throw new Error(
      `The fabric '${fabric.name}' is of the kind ${kind ?? "none"}: no server or appliance registered it.`,
    );
  }
  const using = [...cloud.store.descendants(fabric.id)].filter(({ type }) =>
    /\/(replicationProtectedItems|replicationProtectionContainerMappings|replicationNetworkMappings)$/i.test(
      type,
    ),
  );
  if (using.length > 0) {
    throw new Error(
      `The fabric '${fabric.name}' is still used by ${using.map(({ name }) => name).join(", ")}: disable replication and remove the mappings first.`,
    );
  }
  cloud.store.remove(fabric.id);
}
