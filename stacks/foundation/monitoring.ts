import * as pulumi from "@pulumi/pulumi";
import { RecoveryMonitoring, type RecoveryVault } from "../../components";
import { AlertSetting } from "../../provider/resources";

/** What is watched, and where its alerts are. */
export interface MonitoringArgs {
  readonly resourceGroupName: pulumi.Input<string>;
  /** Region of the vault and of its workspace. */
  readonly location: string;
  readonly vault: RecoveryVault;
}

/**
 * Site Recovery's own e-mail, and alerts on health, recovery points, failed jobs and overdue drills. They go to the
 * addresses of stack configuration `alertEmailAddresses`; without any, the owners of the subscription get Site
 * Recovery's e-mail, and the alerts show in the portal.
 */
export function monitored(
  name: string,
  { resourceGroupName, location, vault }: MonitoringArgs,
): RecoveryMonitoring {
  const emailAddresses = new pulumi.Config().getObject<string[]>("alertEmailAddresses") ?? [];
  const told = emailAddresses.length > 0;
  new AlertSetting(name, {
    vaultId: vault.vaultId,
    sendToOwners: told ? "DoNotSend" : "Send",
    ...(told ? { customEmailAddresses: emailAddresses } : {}),
  });
  return new RecoveryMonitoring(name, {
    vaultId: vault.vaultId,
    // The workspace comes with the vault's diagnostics, which are on.
    workspaceId: vault.workspaceId.apply((id) => id ?? ""),
    resourceGroupName,
    location,
    ...(told ? { emailAddresses } : {}),
  });
}
