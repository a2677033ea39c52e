import { known } from "../../../limits/facts/known";
import type { Machine } from "../../../limits/facts/machine";
import type { ReplicatedMachine } from "../../vault/item/replicated-machine";

const kinds: Readonly<Record<string, Machine["kind"]>> = {
  "azure-to-azure": "azure-vm",
  "vmware-to-azure": "vmware-vm",
  "physical-to-azure": "physical",
  "hyperv-to-azure": "hyperv-vm",
  "hyperv-vmm-to-azure": "hyperv-vm",
};

/** Providers whose agent is the Mobility Service; Hyper-V replicates without one. */
const withMobilityService: ReadonlySet<string> = new Set(["A2A", "InMageRcm", "InMageAzureV2"]);

/** What a vault tells of a machine at its source, as the facts that limits are judged by. */
export function machineFacts(machine: ReplicatedMachine): Machine {
  const { osFamily, osName, agent, disks, instanceType } = machine;
  return known<Machine>({
    name: machine.name,
    id: machine.id,
    azureName: machine.targetName,
    kind: machine.scenario === undefined ? undefined : kinds[machine.scenario],
    os: osFamily === undefined ? undefined : known({ family: osFamily, name: osName }),
    mobilityServiceVersion: withMobilityService.has(instanceType) ? agent?.version : undefined,
    firmware: machine.firmware,
    cpuCores: machine.cpuCores,
    memoryMiB: machine.memoryMiB,
    multiVmGroup: machine.multiVmGroup,
    disks: disks?.map((disk) => known({ name: disk.name ?? disk.id, sizeGiB: disk.sizeGiB, os: disk.os })),
    azure:
      machine.scenario === "azure-to-azure"
        ? known({
            vmId: machine.sourceVmId,
            region: machine.sourceRegion,
            zone: machine.sourceZone,
            zoneToZone:
              machine.sourceRegion === undefined || machine.targetRegion === undefined
                ? undefined
                : machine.sourceRegion === machine.targetRegion,
          })
        : undefined,
  });
}
