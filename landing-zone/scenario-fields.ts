import { defaultExperience } from "../limits/default-experience";
import { defaultEdition } from "../limits/editions";
import { hasExperience, type Scenario } from "../limits/scenarios";
import type { LandingZone, LandingZoneMachine, LandingZoneReplication } from "./document";
import type { Report } from "./report";

/** Keys that mean nothing in the document's scenario: taken in silence they would promise what nobody does. */
export function checkScenarioFields(zone: LandingZone, report: Report): void {
  checkReplication(zone, report);
  if (zone.networks?.mappings !== undefined && !mapped.has(zone.scenario)) {
    report(
      ["networks", "mappings"],
      `Networks are mapped for ${[...mapped].join(" and ")}; the machines of ${zone.scenario} go to networks.recovery by themselves`,
    );
  }
  for (const [key, machine] of Object.entries(zone.machines ?? {})) checkMachine(key, machine, zone, report);
}

const mapped: ReadonlySet<string> = new Set<Scenario>([
  "azure-to-azure",
  "hyperv-vmm-to-azure",
  "hyperv-vmm-to-secondary",
]);
const servers: readonly string[] = ["vmware-to-azure", "physical-to-azure"] satisfies readonly Scenario[];
const onPremises: readonly string[] = [
  ...servers,
  ...(["hyperv-to-azure", "hyperv-vmm-to-azure", "hyperv-vmm-to-secondary"] satisfies readonly Scenario[]),
];

/** Which scenarios read a key of `replication`; those that are not listed belong to all. */
const scenariosOf: Partial<Record<keyof LandingZoneReplication, readonly string[]>> = {
  fabricId: onPremises,
  containerId: onPremises,
  siteName: ["hyperv-to-azure"],
  processServerId: servers,
  runAsAccountId: servers,
  masterTargetId: servers,
  zones: ["azure-to-azure"],
};

function checkReplication({ replication = {}, ...zone }: LandingZone, report: Report): void {
  for (const key of Object.keys(replication) as readonly (keyof LandingZoneReplication)[]) {
    const scenarios = scenariosOf[key];
    if (scenarios === undefined || scenarios.includes(zone.scenario)) continue;
    report(
      ["replication", key],
      `${key} belongs to ${scenarios.join(", ")}, the scenario is ${zone.scenario}`,
    );
  }
  if (replication.masterTargetId !== undefined && experienceOf(zone) === "modernized") {
    report(["replication", "masterTargetId"], "Modernized machines have no master target: leave it out");
  }
  if (replication.siteName !== undefined && replication.fabricId !== undefined) {
    report(["replication", "siteName"], "fabricId names a site that exists: leave one of them out");
  }
}

/** The request types of Site Recovery's REST API, which say what a machine can be given. */
const source = "Site Recovery REST API, Replication Protected Items - Create";

function checkMachine(key: string, machine: LandingZoneMachine, zone: LandingZone, report: Report): void {
  const path = ["machines", key];
  if (zone.scenario === "azure-to-azure") {
    if (machine.licenseType !== undefined) {
      report(
        [...path, "licenseType"],
        `Replication of Azure virtual machines takes no license type (A2AEnableProtectionInput; ${source}): set it on the recovered machine`,
      );
    }
    if (machine.tags !== undefined) {
      report(
        [...path, "tags"],
        `Replication of Azure virtual machines takes no tags (A2AEnableProtectionInput; ${source}): set them on the recovered machine`,
      );
    }
    if (machine.discoveredId !== undefined) {
      report(
        [...path, "discoveredId"],
        "Azure virtual machines are known by sourceId; discoveredId belongs to machines on premises",
      );
    }
  }
  if (zone.scenario.startsWith("hyperv") && typeof machine.multiVmGroup === "string") {
    report(
      [...path, "multiVmGroup"],
      `Hyper-V machines are replicated one by one, without multi-VM groups (HyperVReplicaAzureEnableProtectionInput; ${source}): leave it out`,
    );
  }
  checkExcludedDisks(key, machine, zone, report);
}

/** Site Recovery leaves a disk out when the others are named, by the ids that the source knows them by. */
function checkExcludedDisks(
  key: string,
  { disks = [], discoveredId }: LandingZoneMachine,
  zone: LandingZone,
  report: Report,
): void {
  if (zone.replication === undefined || discoveredId === undefined) return;
  const named = disks.some(({ sourceId, excluded }) => sourceId !== undefined && excluded !== true);
  disks.forEach(({ excluded }, index) => {
    if (excluded !== true || named) return;
    report(
      ["machines", key, "disks", index, "excluded"],
      "A disk is left out by naming the disks that replicate: give those their sourceId",
    );
  });
}

/** The experience that the document means, where its scenario has one. */
export function experienceOf({
  scenario,
  experience,
  edition = defaultEdition,
}: LandingZone): string | undefined {
  return hasExperience(scenario) ? (experience ?? defaultExperience(edition)) : undefined;
}
