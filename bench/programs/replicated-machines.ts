/** A machine that the benched programs protect. */
export interface BenchedMachine {
  readonly name: string;
  readonly virtualMachineId: string;
  readonly diskIds: readonly string[];
  readonly cacheId: string;
  readonly recoveryResourceGroupId: string;
}

const subscription = "/subscriptions/22222222-2222-4222-8222-222222222222";
const group = `${subscription}/resourceGroups/rg-dr/providers`;

export const vaultId = `${group}/Microsoft.RecoveryServices/vaults/rsv-dr`;

/** As many machines as the bench's environment asks for, each with two disks. */
export function replicatedMachines(): readonly BenchedMachine[] {
  const count = Number(process.env["ASR_BENCH_MACHINES"] ?? "100");
  return Array.from({ length: count }, (_unused, index) => {
    const name = `vm-${index}`;
    return {
      name,
      virtualMachineId: `${group}/Microsoft.Compute/virtualMachines/${name}`,
      diskIds: [`${name}-os`, `${name}-data`].map((disk) => `${group}/Microsoft.Compute/disks/${disk}`),
      cacheId: `${group}/Microsoft.Storage/storageAccounts/cache`,
      recoveryResourceGroupId: `${subscription}/resourceGroups/rg-recovery`,
    };
  });
}
