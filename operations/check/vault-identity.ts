import { valueOf } from "../vault/part";
import type { VaultSnapshot } from "../vault/snapshot";

/** Object ids of the vault's managed identities; none where it has none. */
export function principalsOf(snapshot: Pick<VaultSnapshot, "vault">): readonly string[] {
  const identity = valueOf(snapshot.vault)?.identity;
  return [
    identity?.principalId,
    ...Object.values(identity?.userAssignedIdentities ?? {}).map(({ principalId }) => principalId),
  ].filter((id): id is string => Boolean(id));
}
