import { CacheStorage } from "../../../../components";
import type { ComponentInputs } from "../row";
import { accountId, subnetId } from "./ids";
import { judgedBy } from "./judged";
import { endpoint, link, privateEndpoints, withZone, zone, zoneGroup } from "./private-endpoints";

const account = "storage:StorageAccount dr-account";
const log = "storage:StorageAccount dr-log";
const premium = { sku: "Premium_LRS" };
const withLog = { "logAccount.sku": "Standard_LRS" };
/** The firewall of the account is that of its log account as well. */
const ruled = { ...premium, "firewall.defaultAction": "Deny" };
const both = (property: string): readonly string[] =>
  [account, log].map((resource) => `${resource}: networkRuleSet.${property}`);
const bare = { resourceGroupName: undefined, location: undefined };

export const cacheStorage: ComponentInputs = {
  component: "CacheStorage",
  create: (name, args, opts) => new CacheStorage(name, args, opts),
  plain: { resourceGroupName: "rg", location: "westeurope" },
  outputs: ["role"],
  everything: { ...premium, ...withZone, blobSoftDelete: true },
  // What an existing account is read as.
  state: { "dr-account": { sku: { name: "Standard_LRS" }, kind: "StorageV2", location: "westeurope" } },
  rows: [
    ...judgedBy("vmware-to-azure", {
      edition: {
        reaches: {
          "output: scope.edition": "2019-05",
          "output: role": "replication",
          [`${account}: kind`]: "Storage",
        },
      },
    }),
    {
      path: "accountId",
      value: accountId("other"),
      given: { ...bare, accountId: accountId("one") },
      reaches: `${account}: id`,
    },
    ...["minimumTlsVersion", "publicBlobAccess", "sharedKeyAccess"].map((path) => ({
      path,
      value: path === "minimumTlsVersion" ? "TLS1_3" : true,
      given: { ...bare, accountId: accountId("one") },
      refusedAt: path,
    })),
    { path: "accountName", value: "other", reaches: `${account}: accountName` },
    {
      path: "resourceGroupName",
      value: "other",
      given: { ...premium, ...withZone },
      reaches: [account, log, endpoint, zoneGroup, zone, link].map(
        (resource) => `${resource}: resourceGroupName`,
      ),
    },
    {
      path: "location",
      value: "northeurope",
      given: { ...premium, ...withZone },
      reaches: [account, log, endpoint].map((resource) => `${resource}: location`),
    },
    { path: "kind", value: "BlobStorage", reaches: `${account}: kind` },
    { path: "sku", value: "Standard_ZRS", reaches: `${account}: sku.name` },
    { path: "accessTier", value: "Cool", reaches: `${account}: accessTier` },
    {
      path: "role",
      value: "log",
      given: { scenario: "vmware-to-azure" },
      reaches: "output: role",
    },
    {
      path: "firewall.defaultAction",
      value: "Allow",
      given: ruled,
      reaches: both("defaultAction"),
    },
    {
      path: "firewall.bypass[]",
      value: "Logging",
      given: ruled,
      reaches: both("bypass"),
    },
    {
      path: "firewall.subnetIds[]",
      value: subnetId("other"),
      given: ruled,
      reaches: both("virtualNetworkRules[0].virtualNetworkResourceId"),
    },
    {
      path: "firewall.ipRanges[]",
      value: "203.0.113.0/24",
      given: ruled,
      reaches: both("ipRules[0].iPAddressOrRange"),
    },
    { path: "minimumTlsVersion", value: "TLS1_3", reaches: `${account}: minimumTlsVersion` },
    { path: "publicBlobAccess", value: true, reaches: `${account}: allowBlobPublicAccess` },
    { path: "sharedKeyAccess", value: false, reaches: `${account}: allowSharedKeyAccess` },
    { path: "hierarchicalNamespace", value: true, reaches: `${account}: isHnsEnabled` },
    {
      path: "blobSoftDelete",
      value: true,
      given: { blobSoftDelete: false },
      reaches: "storage:BlobServiceProperties dr-blobs: deleteRetentionPolicy.enabled",
    },
    { path: "createLogAccount", value: false, given: premium, disappearing: [log] },
    {
      path: "logAccount.accountId",
      value: accountId("other"),
      given: { "logAccount.accountId": accountId("log") },
      reaches: `${log}: id`,
    },
    { path: "logAccount.accountName", value: "other", given: withLog, reaches: `${log}: accountName` },
    { path: "logAccount.kind", value: "Storage", given: withLog, reaches: `${log}: kind` },
    { path: "logAccount.location", value: "northeurope", given: withLog, reaches: `${log}: location` },
    { path: "logAccount.sku", value: "Standard_ZRS", given: withLog, reaches: `${log}: sku.name` },
    ...privateEndpoints,
    {
      path: "vaultLocation",
      value: "northeurope",
      given: { scenario: "hyperv-to-azure" },
      refusedAt: "location",
    },
    {
      path: "tags{}",
      value: "other",
      given: { ...premium, ...withZone },
      reaches: [account, log, endpoint, zone, link].map((resource) => `${resource}: tags.one`),
    },
    {
      path: "keepVersionAliases",
      value: true,
      reaches: "version aliases: azure-native:storage:StorageAccount",
    },
  ],
};
