import { segmentOf, vaultIdText, vaultOf, type VaultId } from "../../azure/site-recovery-id";
import { DrillInputError } from "./drill-input-error";

/** What one test failover is held of: a recovery plan, or a protected machine by itself. */
export interface TargetAddress {
  readonly kind: "plan" | "machine";
  /** ARM id of the plan or of the protected item. */
  readonly id: string;
  readonly name: string;
  readonly vault: VaultId;
  readonly vaultId: string;
}

const anyVault = vaultIdText({ subscriptionId: "…", resourceGroupName: "…", vaultName: "…" });

/** @throws DrillInputError for an id that is none of a recovery plan. */
export function planAddress(id: string): TargetAddress {
  const vault = vaultOf(id);
  const name = segmentOf(id, "replicationRecoveryPlans");
  if (vault === undefined || !name) {
    throw new DrillInputError(
      `"${id}" is no id of a recovery plan: it is like ${anyVault}/replicationRecoveryPlans/….`,
    );
  }
  return { kind: "plan", id, name, vault, vaultId: vaultIdText(vault) };
}

/** @throws DrillInputError for an id that is none of a protected item. */
export function machineAddress(id: string): TargetAddress {
  const { vault, item } = itemAddress(id);
  return { kind: "machine", id, name: item, vault, vaultId: vaultIdText(vault) };
}

/** The address of either kind. @throws DrillInputError for any other id. */
export function targetAddress(id: string): TargetAddress {
  return segmentOf(id, "replicationRecoveryPlans") === undefined ? machineAddress(id) : planAddress(id);
}

/** The parts of a protected item's id. @throws DrillInputError for any other id. */
export function itemAddress(itemId: string) {
  const vault = vaultOf(itemId);
  const fabric = segmentOf(itemId, "replicationFabrics");
  const container = segmentOf(itemId, "replicationProtectionContainers");
  const item = segmentOf(itemId, "replicationProtectedItems");
  if (vault === undefined || !fabric || !container || !item) {
    throw new DrillInputError(
      `"${itemId}" is no id of a protected item: it is like ${anyVault}/replicationFabrics/…/replicationProtectionContainers/…/replicationProtectedItems/….`,
    );
  }
  return { vault, fabric, container, item };
}

/** How to clean up by hand. */
export function cleanCommand(addresses: readonly TargetAddress[]): string {
  const isPlan = addresses.some(({ kind }) => kind === "plan");
  return `npx --no-install asr drill --clean ${isPlan ? "--plan" : "--machine"} ${addresses.map(({ id }) => id).join(" ")}`;
}

/** Whether two ARM ids name one thing. */
export function isSameId(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
