import * as pulumi from "@pulumi/pulumi";
import type { LandingZone, LandingZoneReplication } from "../../landing-zone/document";
import { AzureToAzureReplication } from "../azure-to-azure-replication/azure-to-azure-replication";
import { HypervSiteReplication } from "../on-premises-replication/hyperv-site-replication";
import { VmmCloudReplication } from "../on-premises-replication/vmm-cloud-replication";
import { PhysicalServerReplication, VmwareReplication } from "../on-premises-replication/vmware-replication";
import {
  applianceMachine,
  azureMachine,
  configurationServerMachine,
  hyperVMachine,
  protectableMachines,
  type MachineSurroundings,
} from "./planned-replication";

/** What else of the landing zone replication needs. */
export interface ReplicationSurroundings extends MachineSurroundings {
  readonly vaultId: pulumi.Output<string>;
  readonly recoveryNetworkId: pulumi.Output<string> | undefined;
  readonly testNetworkId: pulumi.Output<string | undefined> | undefined;
  readonly experience: string | undefined;
}

/** What recovery plans and outputs take of it. */
export interface MadeReplication {
  readonly component: pulumi.Resource;
  readonly primaryFabricId: pulumi.Output<string | undefined>;
  readonly recoveryFabricId: pulumi.Output<string> | undefined;
  readonly protectedItemIds: pulumi.Output<{ [key: string]: string }>;
  readonly registrationInstructions: pulumi.Output<readonly string[]> | undefined;
  /** Undefined where no key is issued. */
  readonly registrationKey: pulumi.Output<string | undefined> | undefined;
}

/** The replication of the landing zone's scenario, where the document asks for it. */
export function landingZoneReplication(
  name: string,
  zone: LandingZone,
  around: ReplicationSurroundings,
  own: pulumi.ComponentResourceOptions,
): MadeReplication | undefined {
  const level = zone.replication;
  if (level === undefined) return undefined;
  const { edition, scenario, experience } = zone;
  const policyId = around.policyIds.apply((ids) => ids[around.defaultPolicy] ?? "");
  if (scenario === "azure-to-azure") return azureToAzure(name, zone, level, policyId, around, own);

  const common = {
    ...(edition === undefined ? {} : { edition }),
    ...(experience === undefined ? {} : { experience }),
    vaultId: around.vaultId,
    policyId,
    ...(level.containerId === undefined ? {} : { containerId: level.containerId }),
    ...(around.recoveryNetworkId === undefined ? {} : { recoveryNetworkId: around.recoveryNetworkId }),
    ...testNetwork(around),
    plumbingOnly: level.plumbingOnly ?? false,
  };
  const registered = level.fabricId === undefined ? {} : { fabricId: level.fabricId };
  const servers = {
    ...registered,
    ...(level.processServerId === undefined ? {} : { processServerId: level.processServerId }),
    ...(level.runAsAccountId === undefined ? {} : { runAsAccountId: level.runAsAccountId }),
    ...(level.masterTargetId === undefined ? {} : { masterTargetId: level.masterTargetId }),
  };
  const hyperV = () => machinesOf(zone, (machine) => hyperVMachine(machine, around));
  switch (scenario) {
    case "vmware-to-azure":
    case "physical-to-azure": {
      const Component = scenario === "vmware-to-azure" ? VmwareReplication : PhysicalServerReplication;
      const machines =
        around.experience === "classic"
          ? machinesOf(zone, (machine) => configurationServerMachine(machine, around))
          : machinesOf(zone, (machine) => applianceMachine(machine, around));
      return onPremises(new Component(name, { ...common, ...servers, machines }, own));
    }
    case "hyperv-to-azure": {
      const site = level.siteName === undefined ? {} : { siteName: level.siteName };
      return onPremises(
        new HypervSiteReplication(name, { ...common, ...registered, ...site, machines: hyperV() }, own),
      );
    }
    case "hyperv-vmm-to-azure":
      return onPremises(
        new VmmCloudReplication(
          name,
          { ...common, ...registered, machines: hyperV(), networks: vmmNetworks(zone, around) },
          own,
        ),
      );
    default:
      // The document's check has refused scenarios that Azure does not offer; VMM to VMM needs a second fabric.
      return undefined;
  }
}

function azureToAzure(
  name: string,
  zone: LandingZone,
  level: LandingZoneReplication,
  policyId: pulumi.Output<string>,
  around: ReplicationSurroundings,
  own: pulumi.ComponentResourceOptions,
): MadeReplication {
  const made = new AzureToAzureReplication(
    name,
    {
      ...(zone.edition === undefined ? {} : { edition: zone.edition }),
      vaultId: around.vaultId,
      sourceLocation: zone.sourceRegion ?? zone.region,
      ...(level.zones === undefined ? { recoveryLocation: zone.region } : { zones: level.zones }),
      policyId,
      recoveryResourceGroupId: around.recoveryResourceGroupId,
      ...testNetwork(around),
      networks: Object.fromEntries(
        (zone.networks?.mappings ?? []).map((mapping, index) => [
          mapping.name ?? `network-${index + 1}`,
          {
            sourceNetworkId: mapping.primaryNetworkId,
            recoveryNetworkId: mapping.recoveryNetworkId ?? around.recoveryNetworkId ?? "",
          },
        ]),
      ),
      machines: machinesOf(zone, (machine) => azureMachine(machine, around)),
      plumbingOnly: level.plumbingOnly ?? false,
    },
    own,
  );
  return {
    component: made,
    primaryFabricId: made.sourceFabricId,
    recoveryFabricId: made.recoveryFabricId,
    protectedItemIds: made.protectedItemIds,
    registrationInstructions: undefined,
    registrationKey: undefined,
  };
}

function onPremises(
  made: VmwareReplication | PhysicalServerReplication | HypervSiteReplication | VmmCloudReplication,
): MadeReplication {
  return {
    component: made,
    primaryFabricId: made.fabricId,
    recoveryFabricId: undefined,
    protectedItemIds: made.protectedItemIds,
    registrationInstructions: made.registrationInstructions,
    registrationKey: made.issuedKey === undefined ? undefined : made.registrationKey,
  };
}

function machinesOf<Args>(
  zone: LandingZone,
  args: (machine: ReturnType<typeof protectableMachines>[number][1]) => Args,
): Record<string, Args> {
  return Object.fromEntries(protectableMachines(zone).map(([key, machine]) => [key, args(machine)]));
}

function vmmNetworks(zone: LandingZone, { recoveryNetworkId }: ReplicationSurroundings) {
  return Object.fromEntries(
    (zone.networks?.mappings ?? []).map((mapping, index) => [
      mapping.name ?? `network-${index + 1}`,
      {
        sourceNetworkId: mapping.primaryNetworkId,
        recoveryNetworkId: mapping.recoveryNetworkId ?? recoveryNetworkId ?? "",
      },
    ]),
  );
}

function testNetwork({ testNetworkId }: ReplicationSurroundings) {
  return testNetworkId === undefined ? {} : { testFailoverNetworkId: testNetworkId.apply((id) => id ?? "") };
}
