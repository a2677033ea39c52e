import type { RecoveryPlan } from "@azure/arm-recoveryservices-siterecovery";
import { segmentOf, vaultIdText, vaultOf, type VaultId } from "../../azure/site-recovery-id";
import { inParallel, type AzureSession } from "./azure-session";
import { DrillInputError } from "./drill-input-error";
import { protectedMachineOf, type ProtectedMachine } from "./protected-machine";

/** Requests at a time: a vault throttles beyond what a person needs. */
const width = 8;

/** Where a recovery plan lies. */
export interface PlanAddress {
  readonly id: string;
  readonly name: string;
  readonly vault: VaultId;
  readonly vaultId: string;
}

/** A recovery plan with its machines, as they are now. */
export interface DrillPlan {
  readonly address: PlanAddress;
  readonly plan: RecoveryPlan;
  readonly groups: readonly PlanGroup[];
  readonly machines: readonly ProtectedMachine[];
}

/** A group that starts machines, by the name that the portal shows. */
export interface PlanGroup {
  readonly name: string;
  readonly itemIds: readonly string[];
  readonly manualActions: readonly string[];
}

/** @throws DrillInputError for an id that is none of a recovery plan. */
export function planAddress(id: string): PlanAddress {
  const vault = vaultOf(id);
  const name = segmentOf(id, "replicationRecoveryPlans");
  if (vault === undefined || !name) {
    throw new DrillInputError(
      `"${id}" is no id of a recovery plan: it is like ${vaultIdText({ subscriptionId: "…", resourceGroupName: "…", vaultName: "…" })}/replicationRecoveryPlans/….`,
    );
  }
  return { id, name, vault, vaultId: vaultIdText(vault) };
}

/** @throws AzureError when the plan or an item cannot be read. @throws DrillInputError when there is no such plan. */
export async function readPlan(azure: AzureSession, address: PlanAddress): Promise<DrillPlan> {
  const { vault } = address;
  const plan = await azure.find((connection) =>
    connection
      .siteRecovery(vault.subscriptionId)
      .replicationRecoveryPlans.get(vault.vaultName, vault.resourceGroupName, address.name),
  );
  if (plan === undefined) {
    throw new DrillInputError(
      `The vault ${vault.vaultName} has no recovery plan "${address.name}": look at the id given with --plan.`,
    );
  }
  const groups = groupsOf(plan);
  const machines = await inParallel(
    groups.flatMap(({ name, itemIds }) => itemIds.map((itemId) => ({ itemId, group: name }))),
    width,
    async ({ itemId, group }) => protectedMachineOf(await readItem(azure, itemId), group),
  );
  return { address, plan, groups, machines };
}

/** @throws AzureError. */
export async function readItem(azure: AzureSession, itemId: string) {
  const { vault, fabric, container, item } = itemAddress(itemId);
  return azure.call((connection) =>
    connection
      .siteRecovery(vault.subscriptionId)
      .replicationProtectedItems.get(vault.vaultName, vault.resourceGroupName, fabric, container, item),
  );
}

/** The parts of a protected item's id. @throws DrillInputError for any other id. */
export function itemAddress(itemId: string) {
  const vault = vaultOf(itemId);
  const fabric = segmentOf(itemId, "replicationFabrics");
  const container = segmentOf(itemId, "replicationProtectionContainers");
  const item = segmentOf(itemId, "replicationProtectedItems");
  if (vault === undefined || !fabric || !container || !item) {
    throw new DrillInputError(`"${itemId}" is no id of a protected item.`);
  }
  return { vault, fabric, container, item };
}

/** Groups of the type Boot, numbered as the portal does. */
function groupsOf(plan: RecoveryPlan): readonly PlanGroup[] {
  return (plan.properties?.groups ?? [])
    .filter(({ groupType }) => groupType === "Boot")
    .map((group, index) => ({
      name: `Group ${index + 1}`,
      itemIds: (group.replicationProtectedItems ?? []).flatMap(({ id }) => (id ? [id] : [])),
      manualActions: [...(group.startGroupActions ?? []), ...(group.endGroupActions ?? [])]
        .filter(
          ({ customDetails, failoverTypes }) =>
            customDetails.instanceType === "ManualActionDetails" && failoverTypes.includes("TestFailover"),
        )
        .map(({ actionName }) => actionName),
    }));
}
