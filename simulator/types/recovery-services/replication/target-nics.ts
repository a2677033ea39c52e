import { Address4 } from "ip-address";
import { parseResourceId } from "../../../arm/resource-id";
import type { Cloud } from "../../../cloud";
import { objectAt, objectsAt, stringAt, type JsonObject } from "../../../json";
import type { StoredResource } from "../../../store/resource";
import { prefixesOf } from "../../network/address-space";

const nicType = "Microsoft.Network/networkInterfaces";

/** Where the adapters of a failed-over machine go. */
export interface Placement {
  /** Id of the target resource group and `/providers`. */
  readonly scope: string;
  readonly location: string;
  /** Name of the virtual machine. */
  readonly name: string;
  readonly isTest: boolean;
  readonly vmId: string;
  readonly networkId: string | undefined;
  readonly tags: JsonObject | undefined;
}

/** One adapter as the item's settings want it. */
interface WantedNic {
  readonly name: string | undefined;
  readonly subnetName: string | undefined;
  readonly address: string | undefined;
  readonly publicIpId: string | undefined;
  readonly securityGroupId: string | undefined;
}

/** The network adapters of a machine a failover makes: in the network asked for, with the address that was set or a free one. */
export function targetNics(
  cloud: Cloud,
  details: JsonObject,
  placement: Placement,
): readonly StoredResource[] {
  const network = placement.networkId === undefined ? undefined : cloud.store.get(placement.networkId);
  if (!network) return [];
  const subnets = cloud.store.owned(network.id, "Microsoft.Network/virtualNetworks/subnets");
  const used = new Set<string>();
  return objectsAt(details, "vmNics")
    .map((nic) => wantedNic(nic, placement.isTest))
    .flatMap((nic, index) => {
      const subnet =
        subnets.find(({ name }) => name.toLowerCase() === nic.subnetName?.toLowerCase()) ?? subnets[0];
      if (!subnet) return [];
      const address = nic.address ?? freeAddress(cloud, subnet, used);
      if (address !== undefined) used.add(address);
      const nicName = nic.name ?? `${placement.name}-nic${index === 0 ? "" : String(index + 1)}`;
      const id = parseResourceId(`${placement.scope}/${nicType}/${nicName}`);
      if (!id) return [];
      return [
        cloud.record(
          id,
          nicType,
          {
            location: placement.location,
            ...(placement.tags === undefined ? {} : { tags: placement.tags }),
            properties: {
              provisioningState: "Succeeded",
              primary: index === 0,
              virtualMachine: { id: placement.vmId },
              ...(nic.securityGroupId === undefined
                ? {}
                : { networkSecurityGroup: { id: nic.securityGroupId } }),
              ipConfigurations: [
                {
                  name: "ipconfig1",
                  properties: {
                    provisioningState: "Succeeded",
                    primary: true,
                    privateIPAddress: address ?? null,
                    privateIPAllocationMethod: nic.address === undefined ? "Dynamic" : "Static",
                    subnet: { id: subnet.id },
                    ...(nic.publicIpId === undefined ? {} : { publicIPAddress: { id: nic.publicIpId } }),
                  },
                },
              ],
            },
          },
          { existing: cloud.store.get(id.id) },
        ),
      ];
    });
}

/** Modernized items keep their settings on the adapter, the others on its IP configurations. */
function wantedNic(nic: JsonObject, isTest: boolean): WantedNic {
  const config = objectsAt(nic, "ipConfigs")[0];
  const of = (source: JsonObject | undefined, name: string) => stringAt(source, name) || undefined;
  if (!config) {
    return {
      name: undefined,
      subnetName: of(nic, isTest ? "testSubnetName" : "targetSubnetName"),
      address: of(nic, isTest ? "testIPAddress" : "targetIPAddress"),
      publicIpId: undefined,
      securityGroupId: undefined,
    };
  }
  return isTest
    ? {
        name: of(nic, "tfoRecoveryNicName"),
        subnetName: of(config, "tfoSubnetName") ?? of(config, "recoverySubnetName"),
        address: of(config, "tfoStaticIPAddress"),
        publicIpId: of(config, "tfoPublicIPAddressId"),
        securityGroupId: of(nic, "tfoNetworkSecurityGroupId"),
      }
    : {
        name: of(nic, "recoveryNicName") ?? of(nic, "targetNicName"),
        subnetName: of(config, "recoverySubnetName"),
        address: of(config, "recoveryStaticIPAddress"),
        publicIpId: of(config, "recoveryPublicIPAddressId"),
        securityGroupId: of(nic, "recoveryNetworkSecurityGroupId"),
      };
}

/** The lowest address of a subnet that no adapter has; documented: the first four and the last are Azure's own. */
function freeAddress(cloud: Cloud, subnet: StoredResource, used: ReadonlySet<string>): string | undefined {
  const prefix = prefixesOf(objectAt(subnet.envelope, "properties")).find((each) => Address4.isValid(each));
  if (prefix === undefined) return undefined;
  const block = new Address4(prefix);
  const last = block.endAddress().bigInt() - 1n;
  const taken = new Set([...used, ...addressesIn(cloud, subnet.id)]);
  for (let at = block.startAddress().bigInt() + 4n; at <= last; at += 1n) {
    const address = Address4.fromBigInt(at).correctForm();
    if (!taken.has(address)) return address;
  }
  return undefined;
}

function addressesIn(cloud: Cloud, subnetId: string): readonly string[] {
  const subscription = subnetId.split("/").slice(0, 3).join("/");
  return cloud.store
    .owned(subscription)
    .flatMap((group) => cloud.store.owned(group.id, nicType))
    .flatMap((nic) => objectsAt(objectAt(nic.envelope, "properties"), "ipConfigurations"))
    .map((config) => objectAt(config, "properties"))
    .filter((config) => stringAt(objectAt(config, "subnet"), "id")?.toLowerCase() === subnetId.toLowerCase())
    .flatMap((config) => stringAt(config, "privateIPAddress") ?? []);
}
