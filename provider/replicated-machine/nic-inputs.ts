import type { NamedObject, ObjectDescription, PropertyDescription } from "../property-description";

const text = (description: string): PropertyDescription => ({ type: "string", description });
const flag = (description: string): PropertyDescription => ({ type: "boolean", description });
const armId = (description: string): PropertyDescription => ({
  type: "string",
  format: "arm-id",
  description,
});
const armIds = (description: string): PropertyDescription => ({
  type: "list",
  items: { type: "string", format: "arm-id", description: "ARM id." },
  description,
});

/** What tells adapters of a program apart. */
export const nicKeys = ["nicId", "sourceNicArmId", "sourceIPAddress"] as const;

/** How a program says which of the machine's adapters it means; the rest of an entry are its settings. */
const identity: ObjectDescription = {
  nicId: text(
    "Site Recovery's id of the adapter, as the item shows it once it is protected. Not needed where another way says which adapter is meant, or the machine has one only.",
  ),
  sourceNicArmId: armId("Azure machines: ARM id of the adapter at the source."),
  sourceIPAddress: text("Address of the adapter at the source; machines on premises."),
};

/** An IP configuration of an adapter after a failover. */
const ipConfig: NamedObject = {
  name: "ReplicatedMachineIpConfig",
  description: "An IP configuration of a network adapter, in a failover and in a test failover (`tfo…`).",
  properties: {
    ipConfigName: text("Name of the configuration at the source. Default: the first one."),
    isPrimary: flag("The primary configuration of its adapter."),
    isSeletedForFailover: flag("Made in a failover. The name is spelt as in the REST API."),
    recoverySubnetName: text("Subnet of the recovery network."),
    recoveryStaticIPAddress: text("Address in the recovery network; an empty text for a dynamic one."),
    recoveryPublicIPAddressId: armId("Public address in a failover."),
    recoveryLBBackendAddressPoolIds: armIds("Back-end pools of load balancers that it joins in a failover."),
    tfoSubnetName: text("Subnet of the test network."),
    tfoStaticIPAddress: text("Address in the test network; an empty text for a dynamic one."),
    tfoPublicIPAddressId: armId("Public address in a test failover."),
    tfoLBBackendAddressPoolIds: armIds("Back-end pools of load balancers that it joins in a test failover."),
  },
};

/** Adapters of Azure machines, classic VMware and Hyper-V machines. */
export const vmNics: PropertyDescription = {
  type: "list",
  description:
    "Network adapters after a failover. The service takes them once the machine is protected; adapters that are not named stay as the service has them.",
  items: {
    type: "object",
    description: "One network adapter.",
    object: {
      name: "ReplicatedMachineNic",
      description: "A network adapter of the machine that a failover or a test failover (`tfo…`) makes.",
      properties: {
        ...identity,
        ipConfigs: {
          type: "list",
          description: "IP configurations; those not named stay as they are.",
          items: { type: "object", description: "One IP configuration.", object: ipConfig },
        },
        selectionType: text(
          "`NotSelected`, `SelectedByDefault`, `SelectedByUser` or `SelectedByUserOverride`.",
        ),
        recoveryNetworkSecurityGroupId: armId("Network security group in a failover."),
        enableAcceleratedNetworkingOnRecovery: flag("Accelerated networking in a failover."),
        tfoNetworkSecurityGroupId: armId("Network security group in a test failover."),
        enableAcceleratedNetworkingOnTfo: flag("Accelerated networking in a test failover."),
        recoveryNicName: text("Name of the adapter that a failover makes or takes."),
        recoveryNicResourceGroupName: text("Resource group of that adapter."),
        reuseExistingNic: flag("A failover takes an adapter that exists."),
        tfoNicName: text("Name of the adapter that a test failover makes or takes."),
        tfoNicResourceGroupName: text("Resource group of that adapter."),
        tfoReuseExistingNic: flag("A test failover takes an adapter that exists."),
        targetNicName: text("Name of the adapter in Azure; machines on premises."),
      },
    },
  },
};

/** Adapters of modernized VMware and physical machines. */
export const rcmNics: PropertyDescription = {
  type: "list",
  description:
    "Network adapters after a failover. The service takes them once the machine is protected; adapters that are not named stay as the service has them.",
  items: {
    type: "object",
    description: "One network adapter.",
    object: {
      name: "ReplicatedMachineRcmNic",
      description: "A network adapter of the machine that a failover or a test failover makes.",
      properties: {
        nicId: identity["nicId"] as PropertyDescription,
        sourceIPAddress: identity["sourceIPAddress"] as PropertyDescription,
        isPrimaryNic: flag("The primary adapter. Default: as the service has it."),
        isSelectedForFailover: flag("Made in a failover. Default: as the service has it."),
        targetSubnetName: text("Subnet of the target network."),
        targetStaticIPAddress: text("Address in the target network; an empty text for a dynamic one."),
        testSubnetName: text("Subnet of the test network."),
        testStaticIPAddress: text("Address in the test network; an empty text for a dynamic one."),
      },
    },
  },
};
