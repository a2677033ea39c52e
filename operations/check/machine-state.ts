import type { ReplicatedMachine } from "../vault/item/replicated-machine";
import type { CheckedVault } from "./checked-vault";
import { currentRpo } from "./checks/rpo-threshold";
import type { MachineState } from "./vault-check";

export function machineState(
  machine: ReplicatedMachine,
  { now }: CheckedVault,
  recoveryPlans: readonly string[],
): MachineState {
  const rpo = currentRpo(machine, now);
  return {
    protection: machine.protectionStateDescription ?? machine.protectionState ?? null,
    replicationHealth: machine.replicationHealth ?? null,
    failoverHealth: machine.failoverHealth ?? null,
    rpoInMinutes: rpo === undefined ? null : Math.round(rpo * 10) / 10,
    activeLocation: machine.activeLocation ?? null,
    agentVersion: machine.agent?.version ?? null,
    lastTestFailover: machine.lastSuccessfulTestFailover?.toISOString() ?? null,
    recoveryPlans,
  };
}

/** Names of the plans that each machine is in, by its id in lower case. */
export function planNamesByMachine({ plans }: CheckedVault): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { name, itemIds } of plans) {
    for (const id of itemIds) {
      const known = names.get(id);
      if (known === undefined) names.set(id, [name]);
      else known.push(name);
    }
  }
  return names;
}
