import { providers } from "../documents";
import type { FieldRow } from "../row";

export const networksRows: readonly FieldRow[] = [
  {
    path: "networks.recovery<id>.id",
    given: { "networks.recovery": { id: `${providers}/Microsoft.Network/virtualNetworks/one` } },
    value: `${providers}/Microsoft.Network/virtualNetworks/other`,
    reaches: {
      "network:VirtualNetwork dr-network-recovery-network: id": `${providers}/Microsoft.Network/virtualNetworks/other`,
      "ReplicatedMachine dr-replication-one: inMageRcm.targetNetworkId": `${providers}/Microsoft.Network/virtualNetworks/other`,
      "output: recoveryNetworkId": `${providers}/Microsoft.Network/virtualNetworks/other`,
    },
  },
  {
    path: "networks.recovery.name",
    value: "other",
    reaches: { "network:VirtualNetwork dr-network-recovery-network: virtualNetworkName": "other" },
  },
  {
    path: "networks.recovery.location",
    value: "uksouth",
    reaches: {
      "network:NetworkSecurityGroup dr-network-recovery-security: location": "uksouth",
      "network:VirtualNetwork dr-network-recovery-network: location": "uksouth",
    },
  },
  {
    path: "networks.recovery.addressSpaces[]",
    value: "10.0.0.0/8",
    reaches: {
      "network:VirtualNetwork dr-network-recovery-network: addressSpace.addressPrefixes[0]": "10.0.0.0/8",
    },
  },
  {
    path: "networks.recovery.subnets[].name",
    value: "other",
    reaches: { "network:VirtualNetwork dr-network-recovery-network: subnets[0].name": "other" },
  },
  {
    path: "networks.recovery.subnets[].addressPrefix",
    value: "10.0.1.0/24",
    reaches: {
      "network:VirtualNetwork dr-network-recovery-network: subnets[0].addressPrefix": "10.0.1.0/24",
    },
  },
  {
    path: "networks.recovery.subnets[].networkSecurityGroupId",
    value: `${providers}/Microsoft.Network/networkSecurityGroups/other`,
    reaches: {
      "network:VirtualNetwork dr-network-recovery-network: subnets[0].networkSecurityGroup.id": `${providers}/Microsoft.Network/networkSecurityGroups/other`,
    },
  },
  {
    path: "networks.recovery.subnets[].routeTableId",
    value: `${providers}/Microsoft.Network/routeTables/other`,
    reaches: {
      "network:VirtualNetwork dr-network-recovery-network: subnets[0].routeTable.id": `${providers}/Microsoft.Network/routeTables/other`,
    },
  },
  {
    path: "networks.recovery.subnets[].serviceEndpoints[]",
    value: "Microsoft.Storage",
    reaches: {
      "network:VirtualNetwork dr-network-recovery-network: subnets[0].serviceEndpoints[0].service":
        "Microsoft.Storage",
    },
  },
  {
    path: "networks.recovery.dnsServers[]",
    value: "10.0.0.9",
    reaches: { "network:VirtualNetwork dr-network-recovery-network: dhcpOptions.dnsServers[0]": "10.0.0.9" },
  },
  {
    path: "networks.recovery.tags{}",
    value: "other",
    reaches: {
      "network:NetworkSecurityGroup dr-network-recovery-security: tags.one": "other",
      "network:VirtualNetwork dr-network-recovery-network: tags.one": "other",
    },
  },
  {
    path: "networks.testFailover<id>.id",
    given: { "networks.testFailover": { id: `${providers}/Microsoft.Network/virtualNetworks/one` } },
    value: `${providers}/Microsoft.Network/virtualNetworks/other`,
    reaches: {
      "network:VirtualNetwork dr-network-test-network: id": `${providers}/Microsoft.Network/virtualNetworks/other`,
      "ReplicatedMachine dr-replication-one: inMageRcm.testNetworkId": `${providers}/Microsoft.Network/virtualNetworks/other`,
      "output: testFailoverNetworkId": `${providers}/Microsoft.Network/virtualNetworks/other`,
    },
  },
  {
    path: "networks.testFailover.name",
    value: "other",
    reaches: { "network:VirtualNetwork dr-network-test-network: virtualNetworkName": "other" },
  },
  {
    path: "networks.testFailover.location",
    value: "uksouth",
    reaches: {
      "network:NetworkSecurityGroup dr-network-test-security: location": "uksouth",
      "network:VirtualNetwork dr-network-test-network: location": "uksouth",
    },
  },
  {
    path: "networks.testFailover.addressSpaces[]",
    value: "10.0.0.0/8",
    reaches: {
      "network:NetworkSecurityGroup dr-network-test-security: securityRules[0].destinationAddressPrefixes[0]":
        "10.0.0.0/8",
      "network:NetworkSecurityGroup dr-network-test-security: securityRules[0].sourceAddressPrefixes[0]":
        "10.0.0.0/8",
      "network:NetworkSecurityGroup dr-network-test-security: securityRules[2].destinationAddressPrefixes[0]":
        "10.0.0.0/8",
    },
  },
  {
    path: "networks.testFailover.subnets[].name",
    value: "other",
    reaches: { "network:VirtualNetwork dr-network-test-network: subnets[0].name": "other" },
  },
  {
    path: "networks.testFailover.subnets[].addressPrefix",
    value: "10.0.1.0/24",
    reaches: { "network:VirtualNetwork dr-network-test-network: subnets[0].addressPrefix": "10.0.1.0/24" },
  },
  {
    path: "networks.testFailover.subnets[].networkSecurityGroupId",
    value: `${providers}/Microsoft.Network/networkSecurityGroups/other`,
    reaches: {
      "network:VirtualNetwork dr-network-test-network: subnets[0].networkSecurityGroup.id": `${providers}/Microsoft.Network/networkSecurityGroups/other`,
    },
  },
  {
    path: "networks.testFailover.subnets[].routeTableId",
    value: `${providers}/Microsoft.Network/routeTables/other`,
    reaches: {
      "network:VirtualNetwork dr-network-test-network: subnets[0].routeTable.id": `${providers}/Microsoft.Network/routeTables/other`,
    },
  },
  {
    path: "networks.testFailover.subnets[].serviceEndpoints[]",
    value: "Microsoft.Storage",
    reaches: {
      "network:VirtualNetwork dr-network-test-network: subnets[0].serviceEndpoints[0].service":
        "Microsoft.Storage",
    },
  },
  {
    path: "networks.testFailover.dnsServers[]",
    value: "10.0.0.9",
    reaches: { "network:VirtualNetwork dr-network-test-network: dhcpOptions.dnsServers[0]": "10.0.0.9" },
  },
  {
    path: "networks.testFailover.tags{}",
    value: "other",
    reaches: {
      "network:NetworkSecurityGroup dr-network-test-security: tags.one": "other",
      "network:VirtualNetwork dr-network-test-network: tags.one": "other",
    },
  },
  {
    path: "networks.mappings[].name",
    of: "azure",
    given: {
      "networks.mappings": [
        { name: "m", primaryNetworkId: `${providers}/Microsoft.Network/virtualNetworks/source` },
      ],
    },
    value: "other",
    appearing: [
      "recoveryservices:ReplicationNetworkMapping dr-replication-other-to-recovery",
      "recoveryservices:ReplicationNetworkMapping dr-replication-other-to-source",
    ],
    disappearing: [
      "recoveryservices:ReplicationNetworkMapping dr-replication-m-to-recovery",
      "recoveryservices:ReplicationNetworkMapping dr-replication-m-to-source",
    ],
  },
  {
    path: "networks.mappings[].primaryNetworkId",
    of: "azure",
    given: {
      "networks.mappings": [
        { name: "m", primaryNetworkId: `${providers}/Microsoft.Network/virtualNetworks/source` },
      ],
    },
    value: `${providers}/Microsoft.Network/virtualNetworks/other`,
    reaches: {
      "recoveryservices:ReplicationNetworkMapping dr-replication-m-to-recovery: properties.fabricSpecificDetails.primaryNetworkId": `${providers}/Microsoft.Network/virtualNetworks/other`,
      "recoveryservices:ReplicationNetworkMapping dr-replication-m-to-source: properties.recoveryNetworkId": `${providers}/Microsoft.Network/virtualNetworks/other`,
    },
  },
  {
    path: "networks.mappings[].recoveryNetworkId",
    of: "azure",
    given: {
      "networks.mappings": [
        { name: "m", primaryNetworkId: `${providers}/Microsoft.Network/virtualNetworks/source` },
      ],
    },
    value: `${providers}/Microsoft.Network/virtualNetworks/other`,
    reaches: {
      "recoveryservices:ReplicationNetworkMapping dr-replication-m-to-recovery: properties.recoveryNetworkId": `${providers}/Microsoft.Network/virtualNetworks/other`,
      "recoveryservices:ReplicationNetworkMapping dr-replication-m-to-source: properties.fabricSpecificDetails.primaryNetworkId": `${providers}/Microsoft.Network/virtualNetworks/other`,
    },
  },
];
