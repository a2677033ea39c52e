import {
  nameProblem,
  regionProblem,
  retentionProblem,
  valueProblem,
  type NameKind,
  type ValueKind,
} from "../limits/azure-values";
import { diskTiersOf } from "../limits/disk-tiers";
import type { LandingZone, LandingZoneCacheStorage, LandingZoneMachine, LandingZonePolicy } from "./document";
import { quoted } from "./input-error";
import type { Report } from "./report";
import { experienceOf } from "./scenario-fields";
import { diskTypes } from "./schema/source-facts";

/**
 * What Azure would refuse while it creates the resources: regions, names, SKUs and sizes that it does not have, and
 * policies of another kind of replication.
 */
export function checkAzureValues(zone: LandingZone, report: Report): void {
  const checks = checksOf(zone, report);
  checks.region(["region"], zone.region);
  checks.region(["sourceRegion"], zone.sourceRegion);
  for (const [purpose, group] of Object.entries(zone.resourceGroups)) {
    if ("id" in group) continue;
    checks.name(["resourceGroups", purpose, "name"], "resource-group", group.name);
    checks.region(["resourceGroups", purpose, "location"], group.location);
  }
  checkVault(zone, checks);
  checkStorage(zone, checks);
  checkNetworks(zone, checks);
  const { zones } = zone.replication ?? {};
  checks.value(["replication", "zones", "primaryZone"], "azure.availability-zones", zones?.primaryZone);
  checks.value(["replication", "zones", "recoveryZone"], "azure.availability-zones", zones?.recoveryZone);
  const workspace = zone.monitoring?.workspace;
  if (workspace !== undefined && "name" in workspace) {
    const path = ["monitoring", "workspace"];
    checks.name([...path, "name"], "workspace", workspace.name);
    checks.region([...path, "location"], workspace.location);
    checks.value([...path, "sku"], "azure.workspace-skus", workspace.sku);
    const retention =
      workspace.retentionInDays === undefined ? undefined : retentionProblem(workspace.retentionInDays);
    if (retention !== undefined) report([...path, "retentionInDays"], retention);
  }
  zone.policies?.forEach((policy, index) => {
    checkPolicy(["policies", index, "instanceType"], zone, policy, report);
  });
  if (zone.failback?.policy !== undefined) {
    checkPolicy(["failback", "policy", "instanceType"], zone, zone.failback.policy, report);
  }
  for (const [key, machine] of Object.entries(zone.machines ?? {}))
    checkMachine(key, machine, checks, report);
}

interface Checks {
  readonly name: (path: readonly PropertyKey[], kind: NameKind, name: string | undefined) => void;
  readonly region: (path: readonly PropertyKey[], region: string | undefined) => void;
  readonly value: (path: readonly PropertyKey[], kind: ValueKind, value: string | undefined) => void;
}

function checksOf(zone: LandingZone, report: Report): Checks {
  const told = (path: readonly PropertyKey[], problem: string | undefined): void => {
    if (problem !== undefined) report(path, problem);
  };
  return {
    name: (path, kind, name) => {
      if (name !== undefined) told(path, nameProblem(kind, name));
    },
    region: (path, region) => {
      if (region !== undefined) told(path, regionProblem(region, zone.newRegions));
    },
    value: (path, kind, value) => {
      if (value !== undefined) told(path, valueProblem(kind, value));
    },
  };
}

function checkVault({ vault }: LandingZone, { name, region, value }: Checks): void {
  if ("id" in vault) return;
  name(["vault", "name"], "vault", vault.name);
  region(["vault", "location"], vault.location);
  value(["vault", "sku", "name"], "azure.vault-skus", vault.sku?.name);
}

function checkStorage(zone: LandingZone, { name, region, value }: Checks): void {
  const check = (path: readonly PropertyKey[], level: LandingZoneCacheStorage | undefined): void => {
    if (level === undefined) return;
    if ("sku" in level) {
      name([...path, "name"], "storage-account", level.name);
      region([...path, "location"], level.location);
      value([...path, "sku"], "azure.storage-skus", level.sku);
      value([...path, "minimumTlsVersion"], "azure.storage-tls-versions", level.minimumTlsVersion);
    }
    if ("logStorage" in level) check([...path, "logStorage"], level.logStorage);
  };
  check(["cacheStorage"], zone.cacheStorage);
  zone.additionalCacheStorage?.forEach((level, index) => {
    check(["additionalCacheStorage", index], level);
  });
  check(["failback", "cacheStorage"], zone.failback?.cacheStorage);
}

function checkNetworks(zone: LandingZone, { name, region }: Checks): void {
  const networks = [
    [["networks", "recovery"], zone.networks?.recovery],
    [["networks", "testFailover"], zone.networks?.testFailover],
    [["failback", "network"], zone.failback?.network],
  ] as const;
  for (const [path, network] of networks) {
    if (network === undefined || "id" in network) continue;
    name([...path, "name"], "virtual-network", network.name);
    region([...path, "location"], network.location);
    network.subnets.forEach((subnet, index) => {
      name([...path, "subnets", index, "name"], "subnet", subnet.name);
    });
  }
}

/** Kinds of policies by scenario, and by experience where there is one. */
const policyKinds: Readonly<Record<string, readonly string[]>> = {
  "azure-to-azure": ["A2A"],
  modernized: ["InMageRcm", "InMageRcmFailback"],
  classic: ["InMageAzureV2", "InMage"],
  "hyperv-to-azure": ["HyperVReplicaAzure"],
  "hyperv-vmm-to-azure": ["HyperVReplicaAzure"],
  "hyperv-vmm-to-secondary": ["HyperVReplica", "HyperVReplicaBlue", "HyperVReplica2012R2"],
};

function checkPolicy(
  path: readonly PropertyKey[],
  zone: LandingZone,
  policy: LandingZonePolicy,
  report: Report,
): void {
  if ("id" in policy) return;
  const { scenario } = zone;
  const experience = experienceOf(zone);
  const kinds = policyKinds[experience ?? scenario];
  if (kinds === undefined || kinds.includes(policy.instanceType)) return;
  const what = experience === undefined ? scenario : `${scenario} (${experience})`;
  report(
    path,
    `A policy ${policy.instanceType} belongs to another scenario: ${what} takes ${kinds.join(", ")}`,
  );
}

function checkMachine(key: string, machine: LandingZoneMachine, checks: Checks, report: Report): void {
  const path = ["machines", key];
  checks.value([...path, "availabilityZone"], "azure.availability-zones", machine.availabilityZone);
  checks.value([...path, "licenseType"], "azure.license-types", machine.licenseType);
  if (machine.targetSize !== undefined && !/^(Standard|Basic)_[A-Za-z]+\d/.test(machine.targetSize)) {
    report(
      [...path, "targetSize"],
      `${quoted(machine.targetSize)} is not written as a size of Azure is, such as Standard_D4s_v5`,
    );
  }
  machine.disks?.forEach((disk, index) => {
    const problem = tierProblem(disk);
    if (problem !== undefined) report([...path, "disks", index, "targetTier"], problem);
  });
}

type PlannedDisk = NonNullable<LandingZoneMachine["disks"]>[number];

/** A tier that its type of disk does not have, or that does not hold the disk. */
function tierProblem({ targetTier, targetType, sizeGiB }: PlannedDisk): string | undefined {
  if (targetTier === undefined) return undefined;
  const tiers = (targetType === undefined ? diskTypes : [targetType]).flatMap((type) => diskTiersOf(type));
  const tier = tiers.find((each) => each.tier === targetTier);
  if (tier === undefined) {
    const known = tiers.map((each) => each.tier).join(", ");
    return known === ""
      ? `A disk ${targetType} has no tiers: leave ${quoted(targetTier)} out`
      : `${quoted(targetTier)} is no tier of ${targetType ?? "managed disks"}: ${known}`;
  }
  return sizeGiB !== undefined && sizeGiB > tier.maxGiB
    ? `A disk ${targetTier} holds ${tier.maxGiB} GiB, and this one has ${sizeGiB}`
    : undefined;
}
