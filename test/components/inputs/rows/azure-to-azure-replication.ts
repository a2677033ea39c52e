import { AzureToAzureReplication } from "../../../../components";
import { passedOn, type ComponentInputs, type InputRow } from "../row";
import {
  accountId,
  containerId,
  fabricId,
  groupId,
  id,
  machineId,
  networkId,
  policyId,
  vaultId,
} from "./ids";
import { machineOptions } from "./machine-options";

const component = "AzureToAzureReplication";
const machine = "ReplicatedMachine dr-one";
const sourceFabric = "ReplicationFabric dr-source-fabric";
const recoveryFabric = "ReplicationFabric dr-recovery-fabric";
const sourceContainer = "ProtectionContainer dr-source-container";
const recoveryContainer = "ProtectionContainer dr-recovery-container";
const forth = "ProtectionContainerMapping dr-to-recovery";
const back = "ProtectionContainerMapping dr-to-source";
const networkForth = "recoveryservices:ReplicationNetworkMapping dr-one-to-recovery";
const networkBack = "recoveryservices:ReplicationNetworkMapping dr-one-to-source";

const diskId = (name: string): string => id("Microsoft.Compute/disks", name);
const withNetworks = {
  networks: { one: { sourceNetworkId: networkId("source"), recoveryNetworkId: networkId("recovery") } },
};
const zonal = { recoveryLocation: undefined, zones: { primaryZone: "1", recoveryZone: "2" } };
const oneWay = { createFailbackMapping: false };
const withDisk = { "machines.one.disks": [{ diskId: diskId("one") }] };
const disk = `${machine}: a2a.vmManagedDisks[0]`;

const ofMachine: readonly InputRow[] = [
  ...machineOptions("machines{}", machine),
  { path: "machines{}.checkEligibility", value: false, reaches: `${machine}: checkEligibility` },
  {
    path: "machines{}.virtualMachineId",
    value: machineId("other"),
    reaches: `${machine}: a2a.fabricObjectId`,
  },
  { path: "machines{}.disks[]", value: diskId("other"), reaches: `${disk}.diskId` },
  {
    path: "machines{}.recoveryResourceGroupId",
    value: groupId("other"),
    reaches: [`${machine}: a2a.recoveryResourceGroupId`, `${disk}.recoveryResourceGroupId`],
  },
  {
    path: "machines{}.recoveryAzureVMName",
    value: "vm-other",
    reaches: `${machine}: a2a.recoveryAzureVMName`,
  },
  {
    path: "machines{}.recoveryAvailabilityZone",
    value: "3",
    reaches: `${machine}: a2a.recoveryAvailabilityZone`,
  },
  ...passedOn(component, "machines{}.disks[]<AzureMachineDisk>", disk, [], withDisk),
];

export const azureToAzureReplication: ComponentInputs = {
  component,
  create: (name, args, opts) => new AzureToAzureReplication(name, args, opts),
  plain: {
    vaultId: vaultId("rsv"),
    policyId: policyId("gold"),
    sourceLocation: "westeurope",
    recoveryLocation: "northeurope",
    recoveryResourceGroupId: groupId("recovery"),
    cacheStorageAccountId: accountId("cache"),
    machines: { one: { virtualMachineId: machineId("one"), disks: [diskId("one")] } },
  },
  everything: withNetworks,
  rows: [
    // No other edition documents this way of replicating.
    { path: "edition", value: "2019-05", refusedAt: "edition" },
    {
      path: "vaultId",
      value: vaultId("other"),
      given: withNetworks,
      reaches: {
        [`${sourceFabric}: vaultId`]: vaultId("other"),
        [`${recoveryFabric}: vaultId`]: vaultId("other"),
        [`${networkForth}: resourceName`]: "other",
        [`${networkBack}: resourceName`]: "other",
      },
    },
    {
      path: "policyId",
      value: policyId("other"),
      reaches: [`${forth}: policyId`, `${back}: policyId`, `${machine}: policyId`],
    },
    { path: "failbackPolicyId", value: policyId("other"), reaches: `${back}: policyId` },
    { path: "createFailbackMapping", value: false, disappearing: [back] },
    { path: "failbackPolicyId", value: policyId("other"), given: oneWay, refusedAt: "failbackPolicyId" },
    { path: "recovery.mappingName", value: "other", given: oneWay, refusedAt: "recovery.mappingName" },
    { path: "recovery.fabricName", value: "other", given: zonal, refusedAt: "recovery.fabricName" },
    {
      path: "sourceLocation",
      value: "uksouth",
      reaches: {
        [`${sourceFabric}: location`]: "uksouth",
        [`${sourceFabric}: name`]: "fabric-uksouth",
        [`${sourceContainer}: name`]: "container-uksouth",
      },
    },
    {
      path: "recoveryLocation",
      value: "uksouth",
      reaches: {
        [`${recoveryFabric}: location`]: "uksouth",
        [`${recoveryFabric}: name`]: "fabric-uksouth",
        [`${recoveryContainer}: name`]: "container-uksouth",
      },
    },
    {
      path: "zones.primaryZone",
      value: "3",
      given: zonal,
      reaches: { [`${sourceContainer}: name`]: "container-westeurope-zone-3" },
    },
    {
      path: "zones.recoveryZone",
      value: "3",
      given: zonal,
      reaches: {
        [`${recoveryContainer}: name`]: "container-westeurope-zone-3",
        [`${machine}: a2a.recoveryAvailabilityZone`]: "3",
      },
    },
    {
      path: "source.fabricId",
      value: fabricId("other"),
      given: { "source.fabricId": fabricId("one") },
      reaches: `${sourceContainer}: fabricId`,
    },
    { path: "source.fabricName", value: "other", region: "westeurope", reaches: `${sourceFabric}: name` },
    {
      path: "source.containerId",
      value: containerId("other"),
      given: { source: { fabricId: fabricId("site"), containerId: containerId("one") } },
      reaches: [`${forth}: containerId`, `${back}: targetContainerId`, `${machine}: protectionContainerId`],
    },
    {
      path: "source.containerName",
      value: "other",
      region: "westeurope",
      reaches: `${sourceContainer}: name`,
    },
    { path: "source.mappingName", value: "other", reaches: `${forth}: name` },
    {
      path: "recovery.fabricId",
      value: fabricId("other"),
      given: { "recovery.fabricId": fabricId("one") },
      reaches: `${recoveryContainer}: fabricId`,
    },
    {
      path: "recovery.fabricName",
      value: "other",
      region: "northeurope",
      reaches: `${recoveryFabric}: name`,
    },
    {
      path: "recovery.containerId",
      value: containerId("other"),
      given: { recovery: { fabricId: fabricId("site"), containerId: containerId("one") } },
      reaches: [`${forth}: targetContainerId`, `${back}: containerId`, `${machine}: a2a.recoveryContainerId`],
    },
    {
      path: "recovery.containerName",
      value: "other",
      region: "northeurope",
      reaches: `${recoveryContainer}: name`,
    },
    { path: "recovery.mappingName", value: "other", default: /or `([^`]+)`/, reaches: `${back}: name` },
    ...["authenticationType", "automationAccountId"].map((name) => ({
      path: `agentUpdate.${name}`,
      value: "other",
      reaches: [`${forth}: agentUpdate.${name}`, `${back}: agentUpdate.${name}`],
    })),
    {
      path: "networks{}.sourceNetworkId",
      value: networkId("other"),
      given: withNetworks,
      reaches: [
        `${networkForth}: properties.fabricSpecificDetails.primaryNetworkId`,
        `${networkBack}: properties.recoveryNetworkId`,
      ],
    },
    {
      path: "networks{}.recoveryNetworkId",
      value: networkId("other"),
      given: withNetworks,
      reaches: [
        `${networkForth}: properties.recoveryNetworkId`,
        `${networkBack}: properties.fabricSpecificDetails.primaryNetworkId`,
      ],
    },
    {
      path: "networks{}.mappingName",
      value: "other",
      given: withNetworks,
      reaches: `${networkForth}: networkMappingName`,
    },
    {
      path: "networks{}.failbackMappingName",
      value: "other",
      given: withNetworks,
      reaches: `${networkBack}: networkMappingName`,
    },
    {
      path: "cacheStorageAccountId",
      value: accountId("other"),
      reaches: `${disk}.primaryStagingAzureStorageAccountId`,
    },
    {
      path: "recoveryResourceGroupId",
      value: groupId("other"),
      reaches: [`${machine}: a2a.recoveryResourceGroupId`, `${disk}.recoveryResourceGroupId`],
    },
    {
      path: "testFailoverNetworkId",
      value: networkId("other"),
      reaches: `${machine}: a2a.selectedTfoAzureNetworkId`,
    },
    { path: "plumbingOnly", value: true, disappearing: [machine] },
    ...ofMachine,
    ...passedOn(component, "machines{}", `${machine}: a2a`, ofMachine),
    {
      path: "keepVersionAliases",
      value: true,
      given: withNetworks,
      reaches: "version aliases: azure-native:recoveryservices:ReplicationNetworkMapping",
    },
  ],
};
