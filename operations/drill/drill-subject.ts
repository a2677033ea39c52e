import type { VaultId } from "../../azure/site-recovery-id";
import { inParallel, type AzureSession } from "./azure-session";
import { DrillInputError } from "./drill-input-error";
import type { DrillRequest } from "./drill-request";
import type { ProtectedMachine } from "./protected-machine";
import { readTarget, type DrillTarget, type PlanGroup } from "./read-target";
import { machineAddress, planAddress, type TargetAddress } from "./target";

/** Requests at a time: a vault throttles beyond what a person needs. */
const width = 8;

const mostNames = 3;

/** All that one drill is held of: a recovery plan, or machines without one, each a target of its own. */
export interface DrillSubject {
  readonly kind: "plan" | "machines";
  /** ARM id of the plan or of the only machine; that of the vault where there are several machines. */
  readonly id: string;
  readonly name: string;
  readonly vault: VaultId;
  readonly vaultId: string;
  readonly primaryFabric: string;
  readonly recoveryFabric: string;
  readonly targets: readonly DrillTarget[];
  readonly groups: readonly PlanGroup[];
  readonly machines: readonly ProtectedMachine[];
}

/** What a request is about, before anything is read. @throws DrillInputError when it names nothing, both, or two vaults. */
export function addressesOf({ planId, machineIds = [] }: DrillRequest): readonly TargetAddress[] {
  if (planId !== undefined && machineIds.length > 0) {
    throw new DrillInputError("A drill is held of a recovery plan or of machines, not of both at once.");
  }
  if (planId !== undefined) return [planAddress(planId)];
  const distinct = new Map(machineIds.map((id) => [id.toLowerCase(), id]));
  const addresses = [...distinct.values()].map(machineAddress);
  const [first] = addresses;
  if (first === undefined) {
    throw new DrillInputError("A drill needs a recovery plan or the protected items of machines.");
  }
  const other = addresses.find(({ vaultId }) => vaultId.toLowerCase() !== first.vaultId.toLowerCase());
  if (other !== undefined) {
    throw new DrillInputError(
      `The machines of a drill lie in one vault: ${first.name} is in ${first.vault.vaultName}, ${other.name} in ${other.vault.vaultName}.`,
    );
  }
  return addresses;
}

/** @throws AzureError when something cannot be read. @throws DrillInputError when there is no such plan or machine. */
export async function readSubject(
  azure: AzureSession,
  addresses: readonly TargetAddress[],
): Promise<DrillSubject> {
  const targets = await inParallel(addresses, width, (address) => readTarget(azure, address));
  const [first] = targets;
  if (first === undefined) throw new Error("A drill of nothing.");
  const { address } = first;
  const isPlan = address.kind === "plan";
  const names = targets.map(({ name }) => name);
  const fabrics = (which: "primaryFabric" | "recoveryFabric") =>
    [...new Set(targets.map((target) => target[which]))].filter(Boolean).join(", ");
  return {
    kind: isPlan ? "plan" : "machines",
    id: targets.length === 1 ? address.id : address.vaultId,
    name:
      names.length > mostNames
        ? `${names.slice(0, mostNames).join(", ")} and ${names.length - mostNames} more`
        : names.join(", "),
    vault: address.vault,
    vaultId: address.vaultId,
    primaryFabric: fabrics("primaryFabric"),
    recoveryFabric: fabrics("recoveryFabric"),
    targets,
    groups: isPlan ? first.groups : [{ name: "", itemIds: addresses.map(({ id }) => id), manualActions: [] }],
    machines: targets.flatMap(({ machines }) => machines),
  };
}
