import type { ReplicatedMachine } from "../vault/item/replicated-machine";

const accountId = /\/storageAccounts\/[^/]+$/i;

/** Cache, log and replication accounts of a machine, each once. */
export function accountsOf(machine: ReplicatedMachine): readonly string[] {
  const ids = [
    ...(machine.disks ?? []).map(({ cacheAccountId }) => cacheAccountId),
    machine.logStorageAccountId,
    machine.storageAccountId,
  ].filter((id): id is string => typeof id === "string" && accountId.test(id));
  const spellings = new Map(ids.map((id) => [id.toLowerCase(), id]));
  return [...spellings.values()];
}
