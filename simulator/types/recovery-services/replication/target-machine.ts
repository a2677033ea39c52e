import { parseResourceId } from "../../../arm/resource-id";
import type { Cloud } from "../../../cloud";
import { stringAt } from "../../../json";
import type { StoredResource } from "../../../store/resource";
import { readItem } from "./item-record";

/** The virtual machine a failover makes in the target resource group; undefined where the item has none. */
export function targetMachine(
  cloud: Cloud,
  item: StoredResource,
  purpose: "failover" | "test",
): StoredResource | undefined {
  const { provider, details } = readItem(cloud, item);
  const target = provider.target(details);
  const name = purpose === "test" ? target.testVmName : target.vmName;
  if (target.resourceGroupId === undefined || name === "") return undefined;
  const id = parseResourceId(`${target.resourceGroupId}/providers/Microsoft.Compute/virtualMachines/${name}`);
  const group = cloud.store.get(target.resourceGroupId);
  if (!id || !group) return undefined;
  const existing = cloud.store.get(id.id);
  const osType = stringAt(details, "osType") ?? "Windows";
  return cloud.record(
    id,
    "Microsoft.Compute/virtualMachines",
    {
      location: target.location ?? group.envelope["location"],
      properties: {
        provisioningState: "Succeeded",
        hardwareProfile: { vmSize: target.vmSize ?? "Standard_DS1_v2" },
        storageProfile: { osDisk: { osType, createOption: "Attach", name: `${name}-os` }, dataDisks: [] },
        networkProfile: { networkInterfaces: [] },
      },
    },
    { existing },
  );
}
