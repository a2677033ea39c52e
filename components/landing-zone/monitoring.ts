import type * as pulumi from "@pulumi/pulumi";
import type { LandingZone } from "../../landing-zone/document";
import { AlertSetting } from "../../provider/resources";
import { RecoveryMonitoring } from "../recovery-monitoring/recovery-monitoring";
import type { RecoveryVault } from "../recovery-vault/recovery-vault";
import type { ResourceGroupNames } from "./resource-groups";

/** The vault's own e-mail, and alerts over its logs, where the document asks for them: what was made. */
export function landingZoneMonitoring(
  name: string,
  zone: LandingZone,
  groups: ResourceGroupNames,
  vault: RecoveryVault,
  own: pulumi.CustomResourceOptions,
): readonly pulumi.Resource[] {
  const made: pulumi.Resource[] = [];
  const { alerts, logAlerts, workspace, workbook } = zone.monitoring ?? {};
  const addresses = [...(alerts?.emailAddresses ?? [])];
  if (alerts !== undefined) {
    made.push(
      new AlertSetting(
        `${name}-alerts`,
        {
          vaultId: vault.vaultId,
          sendToOwners: alerts.notifyOwners === true ? "Send" : "DoNotSend",
          ...(addresses.length === 0 ? {} : { customEmailAddresses: addresses }),
          ...(alerts.locale === undefined ? {} : { locale: alerts.locale }),
        },
        own,
      ),
    );
  }
  if (logAlerts === undefined || workspace === undefined) return made;
  const monitoring = new RecoveryMonitoring(
    `${name}-monitoring`,
    {
      vaultId: vault.vaultId,
      workspaceId: vault.workspaceId.apply((id) => id ?? ""),
      resourceGroupName: groups.monitoring,
      location: ("name" in workspace ? workspace.location : undefined) ?? zone.region,
      ...(logAlerts.actionGroupId === undefined
        ? addresses.length === 0
          ? {}
          : { emailAddresses: addresses }
        : { actionGroupId: logAlerts.actionGroupId }),
      ...(logAlerts.rpoThresholdInMinutes === undefined
        ? {}
        : { rpoThresholdInMinutes: logAlerts.rpoThresholdInMinutes }),
      ...(logAlerts.drillAgeInDays === undefined ? {} : { drillAgeInDays: logAlerts.drillAgeInDays }),
      ...(workbook === undefined ? {} : { workbook: { ...workbook } }),
      ...(zone.tags === undefined ? {} : { tags: zone.tags }),
    },
    own,
  );
  return [...made, monitoring];
}
