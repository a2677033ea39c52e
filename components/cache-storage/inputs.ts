import type * as storage from "@pulumi/azure-native/storage";
import type * as pulumi from "@pulumi/pulumi";
import type { CacheStorageArgs, StorageFirewallArgs } from "./cache-storage";
import { storageAccountName } from "../inputs/names";
import { known, mapped } from "../inputs/pending";

const secureDefaults = {
  minimumTlsVersion: "TLS1_2",
  allowBlobPublicAccess: false,
  enableHttpsTrafficOnly: true,
  allowCrossTenantReplication: false,
} as const;

/** Inputs of the account itself; the ARM names in which rules read them, too. */
export function cacheAccountInputs(name: string, args: CacheStorageArgs): storage.StorageAccountArgs {
  return {
    ...secureDefaults,
    accountName: args.accountName ?? storageAccountName(name),
    resourceGroupName: args.resourceGroupName ?? "",
    location: args.location,
    kind: args.kind ?? "",
    sku: { name: args.sku ?? "" },
    ...(args.accessTier === undefined
      ? {}
      : { accessTier: args.accessTier as pulumi.Input<storage.AccessTier> }),
    ...(args.minimumTlsVersion === undefined ? {} : { minimumTlsVersion: args.minimumTlsVersion }),
    ...(args.publicBlobAccess === undefined ? {} : { allowBlobPublicAccess: args.publicBlobAccess }),
    ...(args.sharedKeyAccess === undefined ? {} : { allowSharedKeyAccess: args.sharedKeyAccess }),
    ...(args.hierarchicalNamespace === undefined ? {} : { isHnsEnabled: args.hierarchicalNamespace }),
    ...(args.firewall === undefined ? {} : { networkRuleSet: ruleSet(args.firewall) }),
    ...(args.tags === undefined ? {} : { tags: args.tags }),
  };
}

/** Inputs of the log account; undefined where none is wanted. */
export function logAccountInputs(
  name: string,
  args: CacheStorageArgs,
): storage.StorageAccountArgs | undefined {
  const premium = known(args.sku)?.startsWith("Premium") === true && args.createLogAccount !== false;
  if (args.logAccount === undefined && !premium) return undefined;
  return {
    ...secureDefaults,
    accountName: args.logAccount?.accountName ?? storageAccountName(`${name}-log`),
    resourceGroupName: args.resourceGroupName ?? "",
    location: args.logAccount?.location ?? args.location,
    kind: args.logAccount?.kind ?? args.kind ?? "",
    sku: { name: args.logAccount?.sku ?? "Standard_LRS" },
    ...(args.firewall === undefined ? {} : { networkRuleSet: ruleSet(args.firewall) }),
    ...(args.tags === undefined ? {} : { tags: args.tags }),
  };
}

function ruleSet(firewall: StorageFirewallArgs): storage.StorageAccountArgs["networkRuleSet"] {
  return {
    defaultAction: (firewall.defaultAction ?? "Deny") as pulumi.Input<storage.DefaultAction>,
    bypass:
      firewall.bypass === undefined
        ? "AzureServices"
        : mapped(firewall.bypass, (services) => services.join(", ")),
    ...(firewall.subnetIds === undefined
      ? {}
      : {
          virtualNetworkRules: mapped(firewall.subnetIds, (ids) =>
            ids.map((virtualNetworkResourceId) => ({ virtualNetworkResourceId })),
          ),
        }),
    ...(firewall.ipRanges === undefined
      ? {}
      : {
          ipRules: mapped(firewall.ipRanges, (ranges) =>
            ranges.map((iPAddressOrRange) => ({ iPAddressOrRange })),
          ),
        }),
  };
}
