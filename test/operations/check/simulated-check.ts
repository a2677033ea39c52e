import { vaultOf } from "../../../azure/site-recovery-id";
import { checkVault, type CheckVaultOptions } from "../../../operations/check/check-vault";
import type { VaultCheck } from "../../../operations/check/vault-check";
import type { Faults } from "../../../simulator/faults";
import { startSimulator } from "../../../simulator/server";
import { simulatedConnection } from "../simulated-connection";
import { vaultId, type SeededResource } from "./sound-vault";

/** Checks a vault of these resources in a simulator of its own. */
export async function checkSeeded(
  resources: readonly SeededResource[],
  options: CheckVaultOptions = {},
  faults: Faults["faults"] = [],
): Promise<VaultCheck> {
  const simulator = await startSimulator({
    seed: { schema: "asr-seed/1", resources: resources as never },
    faults: { schema: "asr-faults/1", faults },
  });
  try {
    const id = vaultOf(vaultId);
    if (id === undefined) throw new Error(`${vaultId} names no vault`);
    return await checkVault(simulatedConnection(simulator), id, options);
  } finally {
    await simulator.close();
  }
}
