import { vaultOf } from "../../azure/site-recovery-id";
import { normalizeRegion } from "../../limits/facts/region";
import { parseResourceId } from "../../limits/facts/resource-id";
import type { ReplicatedMachine } from "../vault/item/replicated-machine";
import { valueOf } from "../vault/part";
import type { VaultSnapshot } from "../vault/snapshot";
import type { TargetRegion } from "../vault/surroundings";

/**
 * Machines by the subscription and region that they fail over to; those that run there already take nothing more. A
 * machine from on premises lands in the region of its vault.
 */
export function targetRegionsOf(
  machines: readonly ReplicatedMachine[],
  snapshot: Pick<VaultSnapshot, "vault" | "id">,
): readonly (readonly [TargetRegion, readonly ReplicatedMachine[]])[] {
  const vaultRegion = valueOf(snapshot.vault)?.location;
  const vaultSubscription = vaultOf(snapshot.id)?.subscriptionId;
  const groups = new Map<string, [TargetRegion, ReplicatedMachine[]]>();
  for (const machine of machines) {
    if (machine.activeLocation === "Recovery") continue;
    const region =
      machine.targetRegion ?? (vaultRegion === undefined ? undefined : normalizeRegion(vaultRegion));
    const group = machine.targetResourceGroupId;
    const subscriptionId =
      (group === undefined ? undefined : parseResourceId(group).subscriptionId) ?? vaultSubscription;
    if (region === undefined || subscriptionId === undefined) continue;
    const key = `${subscriptionId} ${region}`.toLowerCase();
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [{ subscriptionId, region }, [machine]]);
    else known[1].push(machine);
  }
  return [...groups.values()];
}
