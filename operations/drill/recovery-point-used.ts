import type { Job } from "@azure/arm-recoveryservices-siterecovery";
import type { AzureSession } from "./azure-session";
import type { MachineEvidence } from "./evidence";
import { machineInJob } from "./job-progress";
import { protectedMachineOf, type ProtectedMachine } from "./protected-machine";
import { readItem } from "./read-target";
import { itemAddress } from "./target";

/** The recovery point that a test failover used; null where the service does not tell. */
export async function recoveryPointUsed(
  azure: AzureSession,
  machine: ProtectedMachine,
  job: Job,
): Promise<MachineEvidence["recoveryPoint"]> {
  const { vault, fabric, container, item } = itemAddress(machine.itemId);
  const told = machineInJob(job, [machine.name, item]);
  const read = await azure.attempt(async (connection) => {
    const now = protectedMachineOf(await readItem(azure, machine.itemId), machine.group);
    const id = told?.recoveryPointId ?? now.recoveryPointId;
    if (id === undefined) return undefined;
    const point = await connection
      .siteRecovery(vault.subscriptionId)
      .recoveryPoints.get(
        vault.vaultName,
        vault.resourceGroupName,
        fabric,
        container,
        item,
        id.split("/").at(-1) ?? id,
      );
    return { id, point };
  });
  if ("failure" in read || read.value === undefined) {
    if (told?.recoveryPointId === undefined) return null;
    return { id: told.recoveryPointId, time: told.recoveryPointTime ?? null, type: "" };
  }
  const { id, point } = read.value;
  const time = point.properties?.recoveryPointTime?.toISOString() ?? told?.recoveryPointTime ?? null;
  return { id, time, type: point.properties?.recoveryPointType ?? "" };
}
