import type { LandingZone } from "../../landing-zone/document";

/** Parts of the document that this stack leaves out, with the reason: nothing is left out silently. */
export function notDeployed(zone: LandingZone): readonly string[] {
  const machines = Object.keys(zone.machines ?? {}).length;
  const parts: readonly (readonly [boolean, string])[] = [
    [
      machines > 0,
      `machines (${machines}): they are judged, not protected, until the vault knows them from a registered appliance or configuration server`,
    ],
    [
      (zone.recoveryPlans ?? []).length > 0,
      "recoveryPlans: they hold protected machines, and none is protected yet",
    ],
    [
      (zone.networks?.mappings ?? []).length > 0,
      "networks.mappings: they belong to a fabric, which arises when an appliance or a VMM server registers",
    ],
    [
      zone.monitoring?.alerts !== undefined,
      "monitoring.alerts: the alert settings of the vault stay as they are",
    ],
  ];
  return parts.filter(([present]) => present).map(([, text]) => `Not deployed by this stack: ${text}.`);
}
