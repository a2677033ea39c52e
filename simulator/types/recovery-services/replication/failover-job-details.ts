import type { Cloud } from "../../../cloud";
import { objectAt, objectsAt, stringAt, type JsonObject } from "../../../json";
import type { StoredResource } from "../../../store/resource";
import { stableGuid } from "../../../guid";
import { readItem } from "./item-record";

/** `customDetails` of the job of a failover: the machine and the point it goes to. */
export function failoverDetails(cloud: Cloud, item: StoredResource, point: string | null): JsonObject {
  const { provider, details } = readItem(cloud, item);
  const target = provider.target(details);
  return {
    instanceType: "FailoverJobDetails",
    affectedObjectDetails: affected(item, target.vmName),
    protectedItemDetails: [machineDetails(cloud, item, point, target.networkId, "recoverySubnetName", null)],
  };
}

/** `customDetails` of the job of a test failover. Published shape. */
export function testFailoverDetails(
  cloud: Cloud,
  item: StoredResource,
  point: string | null,
  given: { readonly networkId: string | undefined; readonly networkType: string | undefined },
): JsonObject {
  const { provider, details } = readItem(cloud, item);
  const target = provider.target(details);
  const networkId = given.networkId ?? target.testNetworkId;
  const network = networkId?.split("/").at(-1) ?? null;
  return {
    instanceType: "TestFailoverJobDetails",
    affectedObjectDetails: affected(item, target.testVmName),
    testFailoverStatus: "None",
    comments: null,
    networkName: network,
    networkFriendlyName: network,
    networkType:
      given.networkType ?? (networkId === undefined ? "NoNetworkAttachAsInput" : "VmNetworkAsInput"),
    protectedItemDetails: [machineDetails(cloud, item, point, networkId, "tfoSubnetName", target.testVmName)],
  };
}

function machineDetails(
  cloud: Cloud,
  item: StoredResource,
  point: string | null,
  networkId: string | undefined,
  subnetField: string,
  testVmName: string | null,
): JsonObject {
  const { properties, details } = readItem(cloud, item);
  const [nic] = objectsAt(details, "vmNics");
  const [config] = objectsAt(nic, "ipConfigs");
  const pointRecord = point === null ? undefined : cloud.store.get(point);
  return {
    name: stableGuid(`machine ${item.id.toLowerCase()}`),
    friendlyName: properties["friendlyName"],
    testVmName,
    testVmFriendlyName: testVmName,
    networkConnectionStatus: networkId === undefined ? "NotConnected" : "Connected",
    networkFriendlyName: networkId?.split("/").at(-1) ?? null,
    subnet: stringAt(config, subnetField) ?? stringAt(config, "recoverySubnetName") ?? null,
    recoveryPointId: point,
    recoveryPointTime: objectAt(pointRecord?.envelope, "properties")["recoveryPointTime"] ?? null,
  };
}

function affected(item: StoredResource, recoveryVmName: string): JsonObject {
  const properties = objectAt(item.envelope, "properties");
  return {
    PrimaryVmId: stableGuid(`machine ${item.id.toLowerCase()}`),
    PrimaryVmName: properties["friendlyName"],
    PrimaryFabricProviderId: properties["primaryFabricProvider"] ?? null,
    PrimaryCloudName: properties["primaryProtectionContainerFriendlyName"] ?? null,
    RecoveryVmName: recoveryVmName,
    RecoveryCloudName: properties["recoveryProtectionContainerFriendlyName"] ?? null,
  };
}
