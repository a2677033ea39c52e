import type { Deployment, StorageAccount, Vault } from "../../limits/facts/azure";
import { storageAccountFromAzureNative, vaultFromAzureNative } from "../../limits/facts/from-azure-native";
import type { CacheStorageArgs } from "./cache-storage";
import { cacheAccountInputs, logAccountInputs } from "./inputs";
import {
  documentedLimits,
  judgeFacts,
  type DocumentedLimits,
  type LimitFindings,
} from "../limits/documented-limits";
import { existingIdProblems } from "../inputs/existing";
import { privateEndpointProblems } from "../private-endpoints/checks";
import { missingInputs, type InputProblem, type SeenInputs } from "../inputs/input-problems";

/** Redundancy inside one region is what the published examples use, and what every edition accepts. */
const defaultSku = "Standard_LRS";

/** Kinds in the order in which they are preferred. */
const preferredKinds = ["StorageV2", "Storage"] as const;

/** The first preferred kind that the rules of the edition and scenario accept. */
function defaultKind(limits: DocumentedLimits, args: CacheStorageArgs): string {
  return (
    preferredKinds.find((kind) => cacheStorageFindings(limits, { ...args, kind }).errors.length === 0) ??
    preferredKinds[0]
  );
}

/** Everything that is wrong with the arguments, as far as they are known. */
export function cacheStorageInputProblems(args: CacheStorageArgs): readonly InputProblem[] {
  const limits = documentedLimits(args);
  return allProblems(limits, { ...withDefaults(args, limits) });
}

/** The arguments with the defaults that depend on edition and scenario. */
export function withDefaults(args: CacheStorageArgs, limits: DocumentedLimits): CacheStorageArgs {
  if (args.accountId !== undefined) return args;
  const sku = args.sku ?? defaultSku;
  return {
    ...args,
    sku,
    kind: args.kind ?? defaultKind(limits, { ...args, sku }),
    role: args.role ?? (limits.judge?.scope.experience === "classic" ? "replication" : "cache"),
  };
}

export function allProblems(limits: DocumentedLimits, seen: SeenInputs): readonly InputProblem[] {
  return [...limits.problems, ...cacheStorageProblems(seen), ...cacheStorageFindings(limits, seen).errors];
}

/** Arguments that contradict each other or are missing. */
function cacheStorageProblems(seen: SeenInputs): readonly InputProblem[] {
  const args = seen as CacheStorageArgs;
  const existing = existingIdProblems(seen, {
    idName: "accountId",
    type: "Microsoft.Storage/storageAccounts",
    newOnly: [
      "accountName",
      "kind",
      "sku",
      "accessTier",
      "firewall",
      "minimumTlsVersion",
      "publicBlobAccess",
      "sharedKeyAccess",
      "blobSoftDelete",
      "hierarchicalNamespace",
    ],
  });
  const needed =
    args.accountId === undefined || (args.privateEndpoints ?? []).length > 0
      ? ["resourceGroupName", "location"]
      : args.logAccount !== undefined && args.logAccount.accountId === undefined
        ? ["resourceGroupName"]
        : [];
  const log = args.logAccount === undefined ? [] : logProblems(args.logAccount, args.createLogAccount);
  return [
    ...existing,
    ...missingInputs(seen, needed),
    ...log,
    ...privateEndpointProblems(args.privateEndpoints ?? [], args.resourceGroupName),
  ];
}

function logProblems(
  log: NonNullable<CacheStorageArgs["logAccount"]>,
  create: boolean | undefined,
): readonly InputProblem[] {
  const contradiction =
    create === false
      ? [
          {
            propertyPath: "createLogAccount",
            reason: "It is false, and logAccount describes one: leave one of them out.",
          },
        ]
      : [];
  return [
    ...contradiction,
    ...existingIdProblems(log as SeenInputs, {
      idName: "accountId",
      type: "Microsoft.Storage/storageAccounts",
      newOnly: ["accountName", "kind", "sku", "location"],
      prefix: "logAccount.",
    }),
  ];
}

/** What the rules say about the accounts, alone and beside the vault. */
export function cacheStorageFindings(limits: DocumentedLimits, seen: SeenInputs): LimitFindings {
  const args = seen as CacheStorageArgs;
  const account = accountFacts(cacheAccountInputs("", args), args, args.role);
  const logInputs = logAccountInputs("", args);
  const log =
    args.logAccount?.accountId !== undefined
      ? ({ role: "log" } satisfies StorageAccount)
      : logInputs === undefined
        ? undefined
        : accountFacts(logInputs, {}, "log");
  const accounts = [account, ...(log === undefined ? [] : [log])];
  const deployment: Deployment = { vault: vaultFacts(args), storageAccounts: accounts };
  const judged = [
    judgeFacts(limits, "storage-account", account, accountPath("")),
    ...(log === undefined ? [] : [judgeFacts(limits, "storage-account", log, accountPath("logAccount."))]),
    judgeFacts(limits, "deployment", deployment, deploymentPath),
    ...endpointFindings(limits, args, account),
  ];
  return {
    errors: judged.flatMap(({ errors }) => errors),
    warnings: judged.flatMap(({ warnings }) => warnings),
  };
}

/** The id that stands for an account before Azure has given it one: it ties the endpoint to the account. */
const standIn = "/subscriptions/new/resourceGroups/new/providers/Microsoft.Storage/storageAccounts/new";

/** What the rules say about the account behind its private endpoints. */
function endpointFindings(
  limits: DocumentedLimits,
  args: CacheStorageArgs,
  { kind }: StorageAccount,
): readonly LimitFindings[] {
  if ((args.privateEndpoints ?? []).length === 0) return [];
  const account: StorageAccount = { id: standIn, ...(kind === undefined ? {} : { kind }) };
  const privateEndpoints = [{ targetId: standIn, groupIds: ["blob"] }];
  return [judgeFacts(limits, "deployment", { storageAccounts: [account], privateEndpoints }, deploymentPath)];
}

function accountFacts(
  inputs: unknown,
  args: CacheStorageArgs,
  role: CacheStorageArgs["role"],
): StorageAccount {
  const { facts } = storageAccountFromAzureNative(inputs);
  const softDelete = args.blobSoftDelete;
  return {
    ...facts,
    ...(role === undefined ? {} : { role }),
    ...(args.accountId === undefined ? { blobSoftDelete: softDelete === true } : {}),
  };
}

function vaultFacts(args: CacheStorageArgs): Vault {
  return vaultFromAzureNative({ location: args.vaultLocation }).facts;
}

/** Facts whose argument has another name. */
const argumentOfFact: Readonly<Record<string, string>> = {
  firewallDefaultAction: "firewall.defaultAction",
  firewallBypass: "firewall.bypass",
  firewallSubnetIds: "firewall.subnetIds",
  name: "accountName",
  id: "accountId",
};

function accountPath(prefix: string): (factPath: string) => string {
  return (factPath) => prefix + (argumentOfFact[factPath] ?? factPath);
}

function deploymentPath(factPath: string): string {
  // A rule that speaks of any account has no number in its path; here there is the one with the endpoint.
  const account = /^storageAccounts\[(\d*)\]\.(.+)$/.exec(factPath);
  if (account !== null) return accountPath(account[1] === "1" ? "logAccount." : "")(account[2] ?? "");
  // What is wrong with all of them together is wrong with the second one.
  if (factPath.startsWith("storageAccounts")) return "logAccount";
  return factPath === "vault.location" ? "vaultLocation" : factPath;
}
