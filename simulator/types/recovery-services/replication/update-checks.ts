import { Address4 } from "ip-address";
import { parseResourceId } from "../../../arm/resource-id";
import type { Cloud } from "../../../cloud";
import { objectAt, objectsAt, stringAt, type JsonObject } from "../../../json";
import { prefixesOf } from "../../network/address-space";
import { refused } from "../site-recovery-error";
import type { Target } from "./target";

/**
 * What the service refuses of the settings of an item, as they would be after a PATCH: machines nobody could make.
 * Codes by analogy; the rules are those of virtual machines and networks.
 *
 * @throws ArmError 400.
 */
export function demandUsable(cloud: Cloud, before: Target, after: Target, details: JsonObject): void {
  if (after.vmName !== before.vmName) demandName(after.vmName, after.osType);
  if (after.testVmName !== before.testVmName && after.testVmName !== `${after.vmName}-test`)
    demandName(after.testVmName, after.osType);
  if (after.vmSize !== before.vmSize && after.vmSize !== undefined) demandSize(after.vmSize);
  if (after.zone !== undefined && after.availabilitySetId !== undefined) {
    throw refused(
      "AvailabilitySetAndZoneBothGiven",
      "A machine is either in an availability set or in a zone: give one of the two.",
    );
  }
  demandThere(cloud, before.resourceGroupId, after.resourceGroupId, "resource group");
  demandThere(cloud, before.availabilitySetId, after.availabilitySetId, "availability set");
  demandThere(
    cloud,
    before.proximityPlacementGroupId,
    after.proximityPlacementGroupId,
    "proximity placement group",
  );
  const location = after.location ?? groupLocation(cloud, after.resourceGroupId);
  if (after.networkId !== before.networkId) demandNetwork(cloud, after.networkId, location);
  if (after.testNetworkId !== before.testNetworkId) demandNetwork(cloud, after.testNetworkId, location);
  for (const nic of objectsAt(details, "vmNics")) demandNic(cloud, nic, after);
}

function demandName(name: string, osType: string): void {
  const longest = osType === "Windows" ? 15 : 64;
  const isGood = name.length <= longest && /^(?!\d+$)[a-z0-9](?:[a-z0-9._-]*[a-z0-9_])?$/i.test(name);
  if (isGood) return;
  throw refused(
    "InvalidTargetVirtualMachineName",
    `The name '${name}' cannot be that of a ${osType} virtual machine: 1 to ${longest} letters, digits and hyphens, not digits alone.`,
  );
}

function demandSize(size: string): void {
  if (/^(?:Basic|Standard)_\w+(?:-\d+\w*)?$/i.test(size)) return;
  throw refused("InvalidTargetVirtualMachineSize", `There is no virtual machine size '${size}'.`);
}

function demandThere(cloud: Cloud, before: string | undefined, id: string | undefined, what: string): void {
  if (id === undefined || id.toLowerCase() === before?.toLowerCase()) return;
  const parsed = parseResourceId(id);
  if (parsed && cloud.find(parsed)) return;
  throw refused("ResourceNotFound", `The ${what} '${id}' does not exist.`);
}

function demandNetwork(cloud: Cloud, id: string | undefined, location: string | undefined): void {
  if (id === undefined) return;
  demandThere(cloud, undefined, id, "virtual network");
  const own = stringAt(cloud.store.get(id)?.envelope, "location");
  if (own === undefined || location === undefined || own === location) return;
  throw refused(
    "NetworkLocationMismatch",
    `The virtual network '${id}' is in '${own}', the machine goes to '${location}'.`,
  );
}

function demandNic(cloud: Cloud, nic: JsonObject, target: Target): void {
  const configs = objectsAt(nic, "ipConfigs");
  const at = (source: JsonObject, subnet: string, address: string) => ({
    subnetName: stringAt(source, subnet),
    address: stringAt(source, address),
  });
  const [ours, tests] =
    configs.length > 0
      ? [
          configs.map((config) => at(config, "recoverySubnetName", "recoveryStaticIPAddress")),
          configs.map((config) => at(config, "tfoSubnetName", "tfoStaticIPAddress")),
        ]
      : [[at(nic, "targetSubnetName", "targetIPAddress")], [at(nic, "testSubnetName", "testIPAddress")]];
  for (const place of ours) demandPlace(cloud, target.networkId, place);
  for (const place of tests) demandPlace(cloud, target.testNetworkId, place);
  for (const field of ["recoveryNetworkSecurityGroupId", "tfoNetworkSecurityGroupId"])
    demandThere(cloud, undefined, stringAt(nic, field) || undefined, "network security group");
  for (const config of configs) {
    for (const field of ["recoveryPublicIPAddressId", "tfoPublicIPAddressId"])
      demandThere(cloud, undefined, stringAt(config, field) || undefined, "public IP address");
  }
}

/** A static address has to lie in its subnet, and not be one of Azure's own five. */
function demandPlace(
  cloud: Cloud,
  networkId: string | undefined,
  place: { readonly subnetName: string | undefined; readonly address: string | undefined },
): void {
  const { subnetName, address } = place;
  const network = networkId === undefined ? undefined : cloud.store.get(networkId);
  if (!network || !address) return;
  if (!Address4.isValid(address)) throw refused("InvalidIPAddress", `'${address}' is no IPv4 address.`);
  const subnets = cloud.store.owned(network.id, "Microsoft.Network/virtualNetworks/subnets");
  // A network about which nothing more is known than its id.
  if (subnets.length === 0) return;
  const subnet = subnetName
    ? subnets.find(({ name }) => name.toLowerCase() === subnetName.toLowerCase())
    : subnets[0];
  if (!subnet) {
    throw refused(
      "SubnetNotFound",
      `The virtual network '${network.name}' has no subnet '${subnetName ?? ""}'. It has: ${subnets.map(({ name }) => name).join(", ") || "none"}.`,
    );
  }
  const prefixes = prefixesOf(objectAt(subnet.envelope, "properties")).filter((each) =>
    Address4.isValid(each),
  );
  if (prefixes.length === 0 || prefixes.some((prefix) => isUsable(prefix, address))) return;
  throw refused(
    "StaticIPAddressNotInSubnet",
    `The address '${address}' is not one that can be given in the subnet '${subnet.name}' (${prefixes.join(", ")}).`,
  );
}

function isUsable(prefix: string, address: string): boolean {
  const block = new Address4(prefix);
  const value = new Address4(address).bigInt();
  return block.startAddress().bigInt() + 4n <= value && value < block.endAddress().bigInt();
}

function groupLocation(cloud: Cloud, groupId: string | undefined): string | undefined {
  return groupId === undefined ? undefined : stringAt(cloud.store.get(groupId)?.envelope, "location");
}
