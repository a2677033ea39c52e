import { siteRecoveryId, vaultIdOf } from "../site-recovery-id";
import type { RecoverySide } from "./replication-provider";

/** Azure as the far side of on-premises machines. The names of its fabric and container are the same in every published vault. */
export function microsoftAzure(idInVault: string): RecoverySide {
  const vaultId = siteRecoveryId(vaultIdOf(idInVault));
  return {
    fabricFriendlyName: "Microsoft Azure",
    fabricId: "Microsoft Azure",
    containerFriendlyName: "Microsoft Azure",
    containerId: `${vaultId}/replicationFabrics/d49858f157601230a6ac5862fbbc6e63bf38d23ecd96cf953767945d457fe9d5/replicationProtectionContainers/d38048d4-b460-4791-8ece-108395ee8478`,
  };
}
