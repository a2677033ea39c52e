import type { LandingZoneCacheStorage } from "../../landing-zone/document";
import { cacheStorage } from "../../landing-zone/schema/storage";
import type { RecoveryTarget } from "../../limits/facts/site";
import type { StorageAccount } from "../../limits/facts/azure";
import type { Finding } from "../../limits/findings";
import type { Judge } from "../../limits/judge";

/** A new account, with the log account that a premium one may need. */
export type NewCacheStorage = Exclude<LandingZoneCacheStorage, { readonly id: string }>;

/** A choice among resources, with why it was not the wished one. */
export interface Choice<T> {
  readonly value: T;
  readonly reason?: string;
}

/** Accounts tried in turn: current ones first, then those that older documents accept. */
const candidates: readonly NewCacheStorage[] = [
  { kind: "StorageV2", sku: "Standard_LRS", accessTier: "Hot" },
  { kind: "Storage", sku: "Standard_LRS" },
  { kind: "Storage", sku: "Standard_GRS" },
];

/**
 * The cache or replication account: the one the target names where the documents accept it, else the first
 * candidate that breaks no limit and gives the fewest warnings.
 */
export function chooseCacheStorage(
  judge: Judge,
  target: RecoveryTarget,
  location: string,
): Choice<NewCacheStorage> {
  const wished = wishedAccount(target);
  const tried = [...(wished === undefined ? [] : [wished]), ...candidates].map((account) => ({
    account,
    findings: storageFindings(judge, account, location),
  }));
  const accepted = tried.filter(({ findings }) => !findings.some(({ severity }) => severity === "error"));
  const first = tried[0];
  const best =
    wished !== undefined && accepted[0] === first
      ? first
      : [...accepted].sort((a, b) => a.findings.length - b.findings.length)[0];
  const chosen = best ?? first;
  if (chosen === undefined) throw new Error("There is at least one candidate.");
  const refused =
    wished === undefined || chosen === first
      ? undefined
      : first?.findings.find(({ severity }) => severity === "error");
  const value = chosen.account;
  return refused === undefined
    ? { value }
    : {
        value,
        reason: `The storage account of the target is refused (${refused.ref}: ${refused.message}); ${chosen.account.kind} ${chosen.account.sku} is planned instead.`,
      };
}

/** The account that the target names; undefined where it names none, or one that ARM does not know. */
function wishedAccount({
  storageAccountKind,
  storageSku,
  storageAccessTier,
  logStorageSku,
}: RecoveryTarget): NewCacheStorage | undefined {
  if (storageAccountKind === undefined && storageSku === undefined) return undefined;
  const kind = storageAccountKind ?? "StorageV2";
  const parsed = cacheStorage.safeParse({
    kind,
    sku: storageSku ?? "Standard_LRS",
    ...(storageAccessTier === undefined ? {} : { accessTier: storageAccessTier }),
    ...(logStorageSku === undefined ? {} : { logStorage: { kind, sku: logStorageSku } }),
  });
  return parsed.success && "kind" in parsed.data ? parsed.data : undefined;
}

function storageFindings(judge: Judge, account: NewCacheStorage, location: string): readonly Finding[] {
  const { kind, sku, accessTier, logStorage } = account;
  const facts: StorageAccount = {
    kind,
    sku,
    ...(accessTier === undefined ? {} : { accessTier }),
    location,
    role: "replication",
  };
  const log: StorageAccount[] =
    logStorage === undefined || "id" in logStorage
      ? []
      : [{ kind: logStorage.kind, sku: logStorage.sku, location, role: "log" }];
  const deployment = {
    vault: { location },
    storageAccounts: [facts, ...log],
  };
  return [
    ...judge.judge("storage-account", facts, componentRules(judge, "storage-account")).findings,
    ...judge.judge("deployment", deployment, componentRules(judge, "deployment")).findings,
  ];
}

function componentRules<K extends "storage-account" | "deployment" | "protected-item">(
  judge: Judge,
  kind: K,
) {
  return judge.rulesFor(kind).filter(({ moments }) => moments.includes("component"));
}

/** The target's availability zone, unless the documents refuse zones. */
export function chooseAvailabilityZone(judge: Judge, target: RecoveryTarget): Choice<string | undefined> {
  const zone = target.availabilityZone;
  if (zone === undefined || zone === "") return { value: undefined };
  const refused = judge
    .judge(
      "protected-item",
      { name: "target", availabilityZone: zone },
      componentRules(judge, "protected-item"),
    )
    .findings.find(({ severity }) => severity === "error");
  return refused === undefined
    ? { value: zone }
    : {
        value: undefined,
        reason: `The target's availability zone ${zone} is refused (${refused.ref}: ${refused.message}); none is planned.`,
      };
}

/** Kind of the replication policy; undefined where nothing replicates to Azure. */
export function policyKind(judge: Judge) {
  const { scenario, experience } = judge.scope;
  switch (scenario) {
    case "vmware-to-azure":
    case "physical-to-azure":
      return experience === "modernized" ? "InMageRcm" : "InMageAzureV2";
    case "hyperv-to-azure":
    case "hyperv-vmm-to-azure":
      return "HyperVReplicaAzure";
    case "azure-to-azure":
      return "A2A";
    case "hyperv-vmm-to-secondary":
    case "vmware-to-secondary":
    case "physical-to-secondary":
      return undefined;
  }
}
