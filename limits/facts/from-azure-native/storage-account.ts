import type { StorageAccount } from "../azure";
import { normalizeRegion } from "../region";
import { known } from "../known";
import { InputReader, type SeenFacts } from "./input-reader";

/** Kinds that have an access tier, and what the service takes when none is named. */
const defaultAccessTier: Readonly<Record<string, string>> = { StorageV2: "Hot", BlobStorage: "Hot" };

/**
 * Facts of an `azure-native:storage:StorageAccount` from its inputs (or its state, which has the same
 * shape). Fills what the service fills: `accessTier` Hot, `minimumTlsVersion` TLS1_0, secure transfer on,
 * firewall open with trusted services let through.
 *
 * @see https://learn.microsoft.com/rest/api/storagerp/storage-accounts/create
 */
export function storageAccountFromAzureNative(inputs: unknown): SeenFacts<StorageAccount> {
  const read = new InputReader(inputs);
  const location = read.string("location", ["location"]);
  const kind = read.string("kind", ["kind"]);
  const tier = read.optional("accessTier", ["accessTier"]);
  const rules = read.list("firewallSubnetIds", ["networkRuleSet", "virtualNetworkRules"]);
  const defaultAction = read.optional("firewallDefaultAction", ["networkRuleSet", "defaultAction"]);
  const bypass = read.optional("firewallBypass", ["networkRuleSet", "bypass"]);
  const keySource = read.optional("customerManagedKey", ["encryption", "keySource"]);
  return read.seen(
    known<StorageAccount>({
      name: read.string("name", ["accountName"]),
      id: read.string("id", ["id"]),
      location: location === undefined ? undefined : normalizeRegion(location),
      resourceGroup: read.string("resourceGroup", ["resourceGroupName"]),
      kind,
      sku: read.string("sku", ["sku", "name"]),
      accessTier: tier ?? (tier === null && kind !== undefined ? defaultAccessTier[kind] : undefined),
      classic: false,
      hierarchicalNamespace: whenAbsent(read, "hierarchicalNamespace", ["isHnsEnabled"], false),
      firewallDefaultAction: firewallDefaultAction(defaultAction),
      firewallBypass:
        bypass === undefined
          ? undefined
          : (bypass ?? "AzureServices")
              .split(",")
              .map((item) => item.trim())
              .filter((item) => item !== "None"),
      firewallSubnetIds: read.isOpen("firewallSubnetIds")
        ? undefined
        : (rules ?? []).flatMap(
            (rule) => read.string("firewallSubnetIds", ["virtualNetworkResourceId"], rule) ?? [],
          ),
      minimumTlsVersion: minimumTlsVersion(read),
      publicBlobAccess: whenAbsent(read, "publicBlobAccess", ["allowBlobPublicAccess"], false),
      secureTransfer: whenAbsent(read, "secureTransfer", ["enableHttpsTrafficOnly"], true),
      sharedKeyAccess: whenAbsent(read, "sharedKeyAccess", ["allowSharedKeyAccess"], true),
      customerManagedKey: keySource === undefined ? undefined : keySource === "Microsoft.Keyvault",
      immutableVersions: whenAbsent(
        read,
        "immutableVersions",
        ["immutableStorageWithVersioning", "enabled"],
        false,
      ),
    }),
  );
}

/** The fact of an `azure-native:storage:BlobServiceProperties`; the account's own inputs do not hold it. */
export function blobSoftDeleteFromAzureNative(
  inputs: unknown,
): SeenFacts<{ readonly accountName?: string; readonly blobSoftDelete?: boolean }> {
  const read = new InputReader(inputs);
  return read.seen(
    known({
      accountName: read.string("accountName", ["accountName"]),
      blobSoftDelete: whenAbsent(read, "blobSoftDelete", ["deleteRetentionPolicy", "enabled"], false),
    }),
  );
}

/** ARM compares the words without case; a word it does not have is not taken for one it has. */
function firewallDefaultAction(action: string | null | undefined): StorageAccount["firewallDefaultAction"] {
  if (action === null || /^allow$/i.test(action ?? "")) return "Allow";
  return /^deny$/i.test(action ?? "") ? "Deny" : undefined;
}

function minimumTlsVersion(read: InputReader): string | undefined {
  const version = read.optional("minimumTlsVersion", ["minimumTlsVersion"]);
  return version === null ? "TLS1_0" : version;
}

function whenAbsent(
  read: InputReader,
  fact: string,
  path: readonly string[],
  absent: boolean,
): boolean | undefined {
  return read.boolean(fact, path) ?? (read.isOpen(fact) ? undefined : absent);
}
