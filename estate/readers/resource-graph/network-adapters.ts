import type { Nic } from "../../../limits/facts/machine";
import { isRecord, type JsonRecord } from "../../records/record-tables";
import { addressFacts } from "../addresses";
import { listAt, objectAt, textAt, type Resource } from "./resource";

/** Adapters of a virtual machine, with what their own resources say. */
export function adaptersOf(
  networkProfile: JsonRecord,
  resources: ReadonlyMap<string, Resource>,
): readonly Nic[] | undefined {
  const references = listAt(networkProfile, "networkInterfaces");
  if (references.length === 0) return undefined;
  return references.map((reference) => {
    const resource = resources.get(textAt(reference, "id")?.toLowerCase() ?? "");
    return resource === undefined ? {} : adapterOf(resource);
  });
}

function adapterOf({ name, properties }: Resource): Nic {
  const configurations = listAt(properties, "ipConfigurations").map((one) => objectAt(one, "properties"));
  const macAddress = textAt(properties, "macAddress");
  const addresses = configurations.flatMap((one) => textAt(one, "privateIPAddress") ?? []);
  const methods = new Set(configurations.map((one) => textAt(one, "privateIPAllocationMethod")));
  const subnet = configurations.flatMap((one) => textAt(objectAt(one, "subnet"), "id") ?? [])[0];
  const network = /\/virtualNetworks\/([^/]+)/i.exec(subnet ?? "")?.[1];
  const accelerated = properties["enableAcceleratedNetworking"];
  const groups = configurations.flatMap((one) => one["applicationSecurityGroups"]);
  return {
    name,
    ...(macAddress === undefined ? {} : { macAddress }),
    ...addressFacts(addresses, true),
    ...(methods.has("Static")
      ? { assignment: "static" }
      : methods.has("Dynamic")
        ? { assignment: "dhcp" }
        : {}),
    ...(network === undefined ? {} : { network }),
    ...(typeof accelerated === "boolean" ? { acceleratedNetworking: accelerated } : {}),
    applicationSecurityGroups: groups
      .flat()
      .flatMap((group) => (isRecord(group) ? (textAt(group, "id") ?? []) : [])),
  };
}
