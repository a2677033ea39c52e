import type { ReplicationProtectedItem } from "@azure/arm-recoveryservices-siterecovery";
import type { Seed } from "../../../simulator/seed";
import type { SimulatorOptions } from "../../../simulator/server";
import { simulatedAzure, type SimulatedAzure } from "../simulated-azure";

/** Azure's own client at a vault, with the calls that take vault and group shortened. */
export interface VaultClient {
  readonly azure: SimulatedAzure;
  readonly group: string;
  readonly vault: string;
  /** ARM id of the vault. */
  readonly vaultId: string;
  /** ARM id of the group. */
  readonly groupId: string;
  /** Id of the network of a region, with the subnets `apps` and `test`. */
  readonly network: (region: string) => string;
  readonly close: () => Promise<void>;
}

export const group = "rg-dr";
export const vault = "vault-dr";
/** The default subscription of a simulator. */
export const subscription = "/subscriptions/22222222-2222-4222-8222-222222222222";
const regions = ["westeurope", "northeurope"] as const;

/** A vault, a group and a network in each of two regions, made through Azure's own clients. */
export async function vaultClient(
  seed: Partial<Seed> = {},
  options: SimulatorOptions = {},
): Promise<VaultClient> {
  const azure = await simulatedAzure({ ...options, seed: { schema: "asr-seed/1", ...seed } });
  await azure.resources.resourceGroups.createOrUpdate(group, { location: "westeurope" });
  await azure.resources.resourceGroups.createOrUpdate("rg-target", { location: "northeurope" });
  await azure.vaults.vaults.createOrUpdate(group, vault, {
    location: "northeurope",
    sku: { name: "RS0" },
    properties: {},
  });
  for (const [index, region] of regions.entries()) {
    await azure.network.virtualNetworks.createOrUpdate(group, `vnet-${region}`, {
      location: region,
      addressSpace: { addressPrefixes: [`10.${index}.0.0/16`] },
      subnets: [
        { name: "apps", addressPrefix: `10.${index}.0.0/24` },
        { name: "test", addressPrefix: `10.${index}.9.0/24` },
      ],
    });
  }
  const groupId = `${subscription}/resourceGroups/${group}`;
  return {
    azure,
    group,
    vault,
    vaultId: `${groupId}/providers/Microsoft.RecoveryServices/vaults/${vault}`,
    groupId,
    network: (region) => `${groupId}/providers/Microsoft.Network/virtualNetworks/vnet-${region}`,
    close: () => azure.simulator.close(),
  };
}

/** Everything a paged list holds. */
export async function all<T>(pages: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const entry of pages) found.push(entry);
  return found;
}

/** Names of the virtual machines of a group, as Azure Resource Manager lists them. */
export async function machinesIn(azure: SimulatedAzure, name: string): Promise<readonly string[]> {
  const listed = await all(
    azure.resources.resources.listByResourceGroup(name, {
      filter: "resourceType eq 'Microsoft.Compute/virtualMachines'",
    }),
  );
  return listed.map((machine) => machine.name ?? "");
}

/** Reads an item until it is in a state; each read lets time pass. */
export async function until(
  read: () => Promise<ReplicationProtectedItem>,
  protectionState: string,
): Promise<ReplicationProtectedItem> {
  for (let times = 0; times < 20; times += 1) {
    const item = await read();
    if (item.properties?.protectionState === protectionState) return item;
  }
  throw new Error(`The item has not become ${protectionState}.`);
}
