import { Address4 } from "ip-address";
import { tagProblem } from "../limits/azure-values";
import type {
  LandingZone,
  LandingZoneCacheStorage,
  LandingZoneLogStorage,
  LandingZoneNetwork,
} from "./document";
import { quoted } from "./input-error";
import type { Report } from "./report";
import { isAddress } from "./subnet-addresses";

/** What contradicts itself within the parts of a document, or stands in it twice. */
export function checkParts(zone: LandingZone, report: Report): void {
  checkResourceGroups(zone, report);
  checkVault(zone, report);
  checkAccounts(zone, report);
  checkNetworkParts(zone, report);
  checkZones(zone, report);
  checkActions(zone, report);
  checkTags(zone, report);
}

/** Two purposes may name one group, which lies in one region. */
function checkResourceGroups(zone: LandingZone, report: Report): void {
  const locations = new Map<string, string>();
  for (const [purpose, group] of Object.entries(zone.resourceGroups)) {
    if ("id" in group) continue;
    const location = group.location ?? (purpose === "source" ? zone.sourceRegion : undefined) ?? zone.region;
    const other = locations.get(group.name.toLowerCase());
    if (other !== undefined && group.location !== undefined && other !== group.location) {
      report(
        ["resourceGroups", purpose],
        `The group ${quoted(group.name)} lies in ${other} already, and a group has one region: ${location} needs a group of another name`,
      );
    }
    locations.set(group.name.toLowerCase(), other ?? location);
  }
}

function checkVault({ vault }: LandingZone, report: Report): void {
  if ("id" in vault) return;
  const { identity = "system", userAssignedIdentityIds: ids = [] } = vault;
  if (identity.includes("user") && ids.length === 0) {
    report(["vault", "identity"], `${identity} needs userAssignedIdentityIds, and there are none`);
  }
  if (!identity.includes("user") && ids.length > 0) {
    report(["vault", "userAssignedIdentityIds"], `The identity is ${identity}: use user or system-and-user`);
  }
  const redundancy = vault.storageRedundancy ?? "GeoRedundant";
  if (vault.crossRegionRestore === true && redundancy !== "GeoRedundant") {
    report(["vault", "crossRegionRestore"], `It needs storage that is GeoRedundant, not ${redundancy}`);
  }
}

function checkAccounts(zone: LandingZone, report: Report): void {
  const accounts: readonly (readonly [readonly PropertyKey[], LandingZoneCacheStorage | undefined])[] = [
    [["cacheStorage"], zone.cacheStorage],
    ...(zone.additionalCacheStorage ?? []).map(
      (level, index) => [["additionalCacheStorage", index], level] as const,
    ),
    [["failback", "cacheStorage"], zone.failback?.cacheStorage],
  ];
  const names = new Set<string>();
  const claim = (path: readonly PropertyKey[], level: LandingZoneLogStorage | undefined): void => {
    // Derived names differ; an existing account may serve several purposes.
    if (level === undefined || "id" in level || level.name === undefined) return;
    if (names.has(level.name)) report([...path, "name"], `The account ${quoted(level.name)} occurs twice`);
    names.add(level.name);
  };
  for (const [path, account] of accounts) {
    if (account === undefined) continue;
    claim(path, account);
    claim([...path, "logStorage"], account.logStorage);
    if (!("sku" in account)) continue;
    account.firewall?.ipRules?.forEach((range, index) => {
      if (Address4.isValid(range)) return;
      report(
        [...path, "firewall", "ipRules", index],
        `${quoted(range)} is no IPv4 address or range, such as 203.0.113.0/24`,
      );
    });
  }
}

function checkNetworkParts(zone: LandingZone, report: Report): void {
  const networks: readonly (readonly [readonly PropertyKey[], LandingZoneNetwork | undefined])[] = [
    [["networks", "recovery"], zone.networks?.recovery],
    [["networks", "testFailover"], zone.networks?.testFailover],
    [["failback", "network"], zone.failback?.network],
  ];
  const names = new Set<string>();
  for (const [path, network] of networks) {
    // One existing network may serve several purposes.
    if (network === undefined || "id" in network) continue;
    if (names.has(network.name.toLowerCase())) {
      report([...path, "name"], `The network ${quoted(network.name)} occurs twice`);
    }
    names.add(network.name.toLowerCase());
    network.dnsServers?.forEach((server, index) => {
      if (!isAddress(server)) report([...path, "dnsServers", index], `${quoted(server)} is no IP address`);
    });
  }
  const mappings = new Set<string>();
  zone.networks?.mappings?.forEach(({ name }, index) => {
    if (name === undefined) return;
    if (mappings.has(name.toLowerCase())) {
      report(["networks", "mappings", index, "name"], `The name ${quoted(name)} occurs twice`);
    }
    mappings.add(name.toLowerCase());
  });
}

/** Replication between zones stays within a region, all other goes to another one. */
function checkZones(zone: LandingZone, report: Report): void {
  if (zone.scenario !== "azure-to-azure" || zone.replication === undefined) return;
  const { zones } = zone.replication;
  if (zones === undefined) {
    if (zone.sourceRegion === zone.region) {
      report(
        ["sourceRegion"],
        "The machines are in the recovery region already: name replication.zones, or another region",
      );
    }
    return;
  }
  if (zone.sourceRegion !== undefined && zone.sourceRegion !== zone.region) {
    report(
      ["replication", "zones"],
      `Zones are of one region, and the machines go from ${zone.sourceRegion} to ${zone.region}`,
    );
  }
  if (zones.primaryZone === zones.recoveryZone) {
    report(["replication", "zones", "recoveryZone"], `It is the zone of the machines (${zones.primaryZone})`);
  }
}

/** What an action of a recovery plan runs. */
function checkActions(zone: LandingZone, report: Report): void {
  const needed = { "automation-runbook": "runbookId", script: "scriptPath", manual: undefined } as const;
  zone.recoveryPlans?.forEach((plan, planIndex) => {
    if (!("groups" in plan)) return;
    plan.groups.forEach((group, groupIndex) => {
      for (const when of ["startActions", "endActions"] as const) {
        group[when]?.forEach((action, index) => {
          const key = needed[action.kind];
          if (key === undefined || action[key] !== undefined) return;
          report(
            ["recoveryPlans", planIndex, "groups", groupIndex, when, index],
            `An action ${action.kind} needs ${key}`,
          );
        });
      }
    });
  });
}

function checkTags(zone: LandingZone, report: Report): void {
  const { vault, cacheStorage } = zone;
  const levels: readonly (readonly [readonly PropertyKey[], Readonly<Record<string, string>> | undefined])[] =
    [
      [["tags"], zone.tags],
      [["vault", "tags"], "name" in vault ? vault.tags : undefined],
      [
        ["cacheStorage", "tags"],
        cacheStorage !== undefined && "sku" in cacheStorage ? cacheStorage.tags : undefined,
      ],
      ...Object.entries(zone.resourceGroups).map(
        ([purpose, group]) =>
          [["resourceGroups", purpose, "tags"], "id" in group ? undefined : group.tags] as const,
      ),
    ];
  for (const [path, tags] of levels) {
    const problem = tags === undefined ? undefined : tagProblem(tags);
    if (problem !== undefined) report(path, problem);
  }
}
