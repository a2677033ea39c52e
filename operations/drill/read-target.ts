import type { RecoveryPlan } from "@azure/arm-recoveryservices-siterecovery";
import { inParallel, type AzureSession } from "./azure-session";
import { DrillInputError } from "./drill-input-error";
import { awaitsCleanup, protectedMachineOf, type ProtectedMachine } from "./protected-machine";
import { itemAddress, type TargetAddress } from "./target";

/** Requests at a time: a vault throttles beyond what a person needs. */
const width = 8;

/** A recovery plan or a machine without one, as it is now. */
export interface DrillTarget {
  readonly address: TargetAddress;
  /** What people call it. */
  readonly name: string;
  readonly primaryFabric: string;
  readonly recoveryFabric: string;
  /** Groups that start machines; none without a plan. */
  readonly groups: readonly PlanGroup[];
  readonly machines: readonly ProtectedMachine[];
  /** The service waits for the clean-up of the whole. */
  readonly awaitsCleanup: boolean;
  /** What a plan is at. */
  readonly busyWith: string | undefined;
}

/** A group that starts machines, by the name that the portal shows. */
export interface PlanGroup {
  readonly name: string;
  readonly itemIds: readonly string[];
  readonly manualActions: readonly string[];
}

/** @throws AzureError when something cannot be read. @throws DrillInputError when there is no such plan or machine. */
export function readTarget(azure: AzureSession, address: TargetAddress): Promise<DrillTarget> {
  return address.kind === "plan" ? readPlan(azure, address) : readMachine(azure, address);
}

async function readPlan(azure: AzureSession, address: TargetAddress): Promise<DrillTarget> {
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
  const { allowedOperations = [], currentScenario, currentScenarioStatus } = plan.properties ?? {};
  return {
    address,
    name: address.name,
    primaryFabric: plan.properties?.primaryFabricFriendlyName ?? "",
    recoveryFabric: plan.properties?.recoveryFabricFriendlyName ?? "",
    groups,
    machines,
    awaitsCleanup: allowedOperations.includes("TestFailoverCleanup"),
    busyWith:
      currentScenarioStatus === "InProgress" ? (currentScenario?.scenarioName ?? "another job") : undefined,
  };
}

async function readMachine(azure: AzureSession, address: TargetAddress): Promise<DrillTarget> {
  const item = await azure.find(() => readItem(azure, address.id));
  if (item === undefined) {
    throw new DrillInputError(
      `The vault ${address.vault.vaultName} has no protected item "${address.name}": look at the id given with --machine.`,
    );
  }
  const machine = protectedMachineOf(item, "");
  return {
    address,
    name: machine.name,
    primaryFabric: item.properties?.primaryFabricFriendlyName ?? "",
    recoveryFabric: item.properties?.recoveryFabricFriendlyName ?? "",
    groups: [],
    machines: [machine],
    awaitsCleanup: awaitsCleanup(machine),
    busyWith: undefined,
  };
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
