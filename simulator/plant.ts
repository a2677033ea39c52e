import type { Cloud } from "./cloud";
import { parseResourceId, resourceGroupType } from "./arm/resource-id";
import { plantAzureVirtualMachine } from "./planting/azure-virtual-machine";
import { plantConfigurationServer } from "./planting/configuration-server";
import { plantHyperVServer, plantVmmServer } from "./planting/hyper-v";
import { plantResource } from "./planting/resource";
import { plantVmwareSite } from "./planting/vmware-site";
import { plantEvent, plantJob } from "./planting/history";
import { plantNetworkMapping } from "./planting/network-mapping";
import { plantQuota } from "./planting/quota";
import { plantRecoveryPlan } from "./planting/recovery-plan";
import { plantProtectedItem } from "./planting/protected-item";
import { plantVault } from "./planting/vault";
import { plantAppliance } from "./planting/appliance";
import type { Seed } from "./seed";

/** Puts into a new cloud what the seed says was there before. @throws Error for an id that names no resource. */
export function plant(cloud: Cloud, seed: Seed): void {
  for (const { type, name } of seed.reservedNames ?? []) cloud.reserve(type, name);
  for (const group of seed.resourceGroups ?? []) plantGroup(cloud, group.name, group.location, group.tags);
  const group = (name: string, location: string) => {
    plantGroup(cloud, name, location);
  };
  for (const resource of seed.resources ?? []) plantResource(cloud, resource, group);
  for (const vault of seed.vaults ?? []) plantVault(cloud, vault, group);
  for (const machine of seed.azureVirtualMachines ?? []) plantAzureVirtualMachine(cloud, machine, group);
  for (const site of seed.vmwareSites ?? []) plantVmwareSite(cloud, site, group);
  for (const appliance of seed.appliances ?? []) plantAppliance(cloud, appliance);
  for (const server of seed.configurationServers ?? []) plantConfigurationServer(cloud, server);
  for (const server of seed.hyperVServers ?? []) plantHyperVServer(cloud, server);
  for (const server of seed.vmmServers ?? []) plantVmmServer(cloud, server);
  for (const item of seed.protectedItems ?? []) plantProtectedItem(cloud, item, group);
  for (const mapping of seed.networkMappings ?? []) plantNetworkMapping(cloud, mapping);
  for (const plan of seed.recoveryPlans ?? []) plantRecoveryPlan(cloud, plan);
  for (const job of seed.jobs ?? []) plantJob(cloud, job);
  for (const quota of seed.quotas ?? []) plantQuota(cloud, quota);
  for (const event of seed.events ?? []) plantEvent(cloud, event);
}

function plantGroup(
  cloud: Cloud,
  name: string,
  location: string,
  tags?: Readonly<Record<string, string>>,
): void {
  const id = parseResourceId(`/subscriptions/${cloud.identity.subscriptionId}/resourceGroups/${name}`);
  if (!id || cloud.store.has(id.id)) return;
  const envelope = { location, ...(tags ? { tags } : {}), properties: { provisioningState: "Succeeded" } };
  cloud.store.put(cloud.record(id, resourceGroupType, envelope));
}
