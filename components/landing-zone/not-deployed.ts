import type { LandingZone } from "../../landing-zone/document";
import { protectableMachines } from "./planned-replication";
import { deployablePlans, newPlans } from "./recovery-plans";

/** Parts of the document that are left out for now, with the reason: nothing is left out silently. */
export function notDeployed(zone: LandingZone): readonly string[] {
  const machines = Object.keys(zone.machines ?? {}).length;
  const waiting = machines - protectableMachines(zone).length;
  const plans = newPlans(zone).length - deployablePlans(zone).length;
  const ambiguous = protectableMachines(zone).filter(([, { nics = [] }]) => nics.length > 1).length;
  const asked = zone.replication !== undefined;
  const parts: readonly (readonly [boolean, string])[] = [
    [
      waiting > 0 && !asked,
      `machines (${waiting}): they are judged, not protected, until the document has the key replication`,
    ],
    [
      waiting > 0 && asked,
      zone.scenario === "azure-to-azure"
        ? `machines (${waiting}): their sourceId, or that of their disks, is not the id of an Azure virtual machine or disk`
        : `machines (${waiting}): they have no discoveredId, by which the vault knows them`,
    ],
    [
      ambiguous > 0,
      `nics (of ${ambiguous} ${ambiguous === 1 ? "machine" : "machines"} with several): which of them an address or subnet is for, only ids of Azure's own could tell; set them at the replicated machines`,
    ],
    [plans > 0, `recoveryPlans (${plans}): they hold machines that are not protected yet`],
    [
      (zone.networks?.mappings ?? []).length > 0 && !asked,
      "networks.mappings: they belong to a fabric, which the key replication brings",
    ],
  ];
  return parts.filter(([present]) => present).map(([, text]) => `Not deployed yet: ${text}.`);
}
