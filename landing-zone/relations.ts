import { Address4, Address6 } from "ip-address";
import { hasExperience } from "../limits/scenarios";
import type { LandingZone as Draft } from "./document";
import { quoted } from "./input-error";
import type { Report } from "./report";
import { checkScenarioFields } from "./scenario-fields";

/** What has to hold between the parts of a landing zone; every problem is reported with its path. */
export function checkRelations(zone: Draft, report: Report): void {
  checkScenario(zone, report);
  checkNames(zone, report);
  checkMachines(zone, report);
  checkRecoveryPlans(zone, report);
  checkNetworks(zone, report);
  if (zone.monitoring?.logAlerts !== undefined && zone.monitoring.workspace === undefined) {
    report(["monitoring", "logAlerts"], "Log alerts look at the workspace of the logs, and there is none");
  }
  if (zone.monitoring?.workbook !== undefined && zone.monitoring.logAlerts === undefined) {
    report(
      ["monitoring", "workbook"],
      "A workbook shows what the log alerts look at, and there are none: add logAlerts, {} for their defaults",
    );
  }
  checkScenarioFields(zone, report);
}

function checkScenario(zone: Draft, report: Report): void {
  if (zone.experience !== undefined && !hasExperience(zone.scenario)) {
    report(["experience"], `${zone.scenario} has no experience: leave the key out`);
  }
  if (zone.scenario === "azure-to-azure" && zone.sourceRegion === undefined) {
    report(["scenario"], "azure-to-azure needs sourceRegion, the region of the machines");
  }
  if (zone.sourceRegion !== undefined && zone.scenario !== "azure-to-azure") {
    report(["sourceRegion"], `sourceRegion belongs to azure-to-azure, the scenario is ${zone.scenario}`);
  }
}

function checkNames(zone: Draft, report: Report): void {
  if (zone.additionalCacheStorage !== undefined && zone.cacheStorage === undefined) {
    report(["additionalCacheStorage"], "The first account is cacheStorage, and there is none");
  }
  unique(zone.policies ?? [], "policies", report);
  unique(zone.recoveryPlans ?? [], "recoveryPlans", report);
}

function unique(items: readonly { readonly name: string }[], key: string, report: Report): void {
  const seen = new Set<string>();
  items.forEach((item, index) => {
    const name = item.name.toLowerCase();
    if (seen.has(name)) report([key, index, "name"], `The name ${quoted(item.name)} occurs twice in ${key}`);
    seen.add(name);
  });
}

function checkMachines(zone: Draft, report: Report): void {
  const policies = new Set((zone.policies ?? []).map((policy) => policy.name));
  const accounts = (zone.cacheStorage === undefined ? 0 : 1) + (zone.additionalCacheStorage?.length ?? 0);
  for (const [key, machine] of Object.entries(zone.machines ?? {})) {
    if (machine.cacheStorage !== undefined && machine.cacheStorage > accounts) {
      report(
        ["machines", key, "cacheStorage"],
        `There is no cache account ${machine.cacheStorage}: the landing zone has ${accounts}`,
      );
    }
    if (machine.policy !== undefined && !policies.has(machine.policy)) {
      report(["machines", key, "policy"], `No policy has the name ${quoted(machine.policy)}`);
    }
    if (machine.availabilityZone !== undefined && machine.availabilitySetId !== undefined) {
      report(
        ["machines", key, "availabilitySetId"],
        "A machine goes to an availability zone or into an availability set, not both",
      );
    }
  }
}

function checkRecoveryPlans(zone: Draft, report: Report): void {
  zone.recoveryPlans?.forEach((plan, planIndex) => {
    if (!("groups" in plan)) return;
    const seen = new Set<string>();
    plan.groups.forEach((group, groupIndex) => {
      group.machines?.forEach((machine, index) => {
        const path = ["recoveryPlans", planIndex, "groups", groupIndex, "machines", index];
        if (zone.machines === undefined || !Object.hasOwn(zone.machines, machine)) {
          report(path, `No machine has the key ${quoted(machine)}`);
        } else if (group.groupType === "Boot") {
          // A machine starts once; shutdown groups name it again.
          if (seen.has(machine)) report(path, `The machine ${quoted(machine)} is in the plan twice`);
          seen.add(machine);
        }
      });
    });
  });
}

function checkNetworks(zone: Draft, report: Report): void {
  for (const role of ["recovery", "testFailover"] as const) {
    const network = zone.networks?.[role];
    if (network === undefined || !("subnets" in network)) continue;
    const path = ["networks", role, "subnets"];
    const names = new Set<string>();
    network.subnets.forEach((subnet, index) => {
      if (names.has(subnet.name.toLowerCase())) {
        report(
          [...path, index, "name"],
          `The name ${quoted(subnet.name)} occurs twice: subnets are told apart by their names`,
        );
      }
      names.add(subnet.name.toLowerCase());
      if (!network.addressSpaces.some((space) => contains(space, subnet.addressPrefix))) {
        report(
          [...path, index, "addressPrefix"],
          `${subnet.addressPrefix} lies outside the address spaces of the network (${network.addressSpaces.join(", ")})`,
        );
      }
      const overlapping = network.subnets
        .slice(0, index)
        .find(
          (other) =>
            contains(other.addressPrefix, subnet.addressPrefix) ||
            contains(subnet.addressPrefix, other.addressPrefix),
        );
      if (overlapping !== undefined) {
        report(
          [...path, index, "addressPrefix"],
          `${subnet.addressPrefix} overlaps the subnet ${quoted(overlapping.name)} (${overlapping.addressPrefix})`,
        );
      }
    });
  }
}

/** Whether one range lies within another; ranges of different address families never do. */
function contains(outer: string, inner: string): boolean {
  if (Address4.isValid(outer) && Address4.isValid(inner)) {
    return new Address4(inner).isInSubnet(new Address4(outer));
  }
  if (Address6.isValid(outer) && Address6.isValid(inner)) {
    return new Address6(inner).isInSubnet(new Address6(outer));
  }
  return false;
}
