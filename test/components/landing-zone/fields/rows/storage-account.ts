import { providers } from "../documents";
import type { FieldRow } from "../row";

/** One of the storage accounts that a document describes. */
export interface StorageAccountPlace {
  /** As the schema has it: `additionalCacheStorage[]`. */
  readonly path: string;
  /** Where it is set: `additionalCacheStorage[0]`. */
  readonly at: string;
  /** What its resources' names begin with. */
  readonly resources: string;
  /** Name of a new account; that of its log account ends in `log`. */
  readonly name: string;
  /** Where the id of an existing account goes besides the account's own. */
  readonly idReaches: readonly string[];
  /** The same of its log account. */
  readonly logIdReaches: readonly string[];
}

const account = (name: string): string => `${providers}/Microsoft.Storage/storageAccounts/${name}`;
const subnet = (name: string): string => `${providers}/Microsoft.Network/virtualNetworks/one/subnets/${name}`;
const standard = (name: string) => ({ name, kind: "StorageV2", sku: "Standard_LRS" });

/** What every field of a storage account reaches, the same for each account. */
export function storageAccountRows(place: StorageAccountPlace): readonly FieldRow[] {
  const { path, at, resources, name } = place;
  const created = { [at]: standard(name) };
  const made = `storage:StorageAccount ${resources}-account`;
  const behindFirewall = { ...created, [`${at}.firewall`]: { defaultAction: "Deny" } };
  const withEndpoint = { ...created, [`${at}.privateEndpoints`]: [{ subnetId: subnet("one") }] };
  const endpoint = `network:PrivateEndpoint ${resources}-endpoint`;
  return [
    {
      path: `${path}<id>.id`,
      given: { [at]: { id: account("one") } },
      value: account("other"),
      reaches: reached(account("other"), [`${made}: id`, ...place.idReaches]),
    },
    ...logRows(place, "<id>", { id: account("one") }),
    ...Object.entries({
      name: ["othername", "accountName"],
      location: ["uksouth", "location"],
      kind: ["Storage", "kind"],
      sku: ["Standard_ZRS", "sku.name"],
      accessTier: ["Hot", "accessTier"],
    }).map(([field, [value, property]]) => ({
      path: `${path}.${field}`,
      given: created,
      value,
      reaches: { [`${made}: ${property}`]: value },
    })),
    {
      path: `${path}.firewall.defaultAction`,
      given: behindFirewall,
      value: "Allow",
      reaches: { [`${made}: networkRuleSet.defaultAction`]: "Allow" },
    },
    {
      path: `${path}.firewall.bypass[]`,
      given: behindFirewall,
      value: "Logging",
      reaches: { [`${made}: networkRuleSet.bypass`]: "Logging" },
    },
    {
      path: `${path}.firewall.subnetIds[]`,
      given: behindFirewall,
      value: subnet("other"),
      reaches: {
        [`${made}: networkRuleSet.virtualNetworkRules[0].virtualNetworkResourceId`]: subnet("other"),
      },
    },
    {
      path: `${path}.firewall.ipRules[]`,
      given: behindFirewall,
      value: "203.0.113.0/24",
      reaches: { [`${made}: networkRuleSet.ipRules[0].iPAddressOrRange`]: "203.0.113.0/24" },
    },
    {
      path: `${path}.privateEndpoints[].name`,
      given: withEndpoint,
      value: "other",
      reaches: { [`${endpoint}: privateEndpointName`]: "other" },
    },
    {
      path: `${path}.privateEndpoints[].subnetId`,
      given: withEndpoint,
      value: subnet("other"),
      reaches: { [`${endpoint}: subnet.id`]: subnet("other") },
    },
    {
      path: `${path}.privateEndpoints[].privateDnsZoneIds[]`,
      given: withEndpoint,
      value: `${providers}/Microsoft.Network/privateDnsZones/other`,
      appearing: [`network:PrivateDnsZoneGroup ${resources}-endpoint-dns`],
    },
    {
      path: `${path}.minimumTlsVersion`,
      given: created,
      value: "TLS1_3",
      refusedAt: `${at}.minimumTlsVersion`,
    },
    {
      path: `${path}.publicBlobAccess`,
      given: created,
      value: true,
      reaches: { [`${made}: allowBlobPublicAccess`]: true },
    },
    {
      path: `${path}.blobSoftDelete`,
      given: created,
      value: false,
      appearing: [`storage:BlobServiceProperties ${resources}-blobs`],
    },
    {
      path: `${path}.hierarchicalNamespace`,
      given: created,
      value: false,
      reaches: { [`${made}: isHnsEnabled`]: false },
    },
    {
      path: `${path}.tags{}`,
      given: created,
      value: "other",
      reaches: { [`${made}: tags.one`]: "other" },
    },
    ...logRows(place, "", standard(name)),
  ];
}

/**
 * The log account of an existing or a new account.
 *
 * @param way after the path in the schema: `<id>` for an existing account.
 */
function logRows(
  { path, at, resources, name, logIdReaches }: StorageAccountPlace,
  way: "" | "<id>",
  beside: object,
): readonly FieldRow[] {
  const made = `storage:StorageAccount ${resources}-log`;
  const created = { [at]: { ...beside, logStorage: standard(`${name}log`) } };
  return [
    {
      path: `${path}${way}.logStorage<id>.id`,
      given: { [at]: { ...beside, logStorage: { id: account("log") } } },
      value: account("other"),
      reaches: reached(account("other"), [`${made}: id`, ...logIdReaches]),
    },
    ...Object.entries({
      name: ["othername", "accountName"],
      location: ["uksouth", "location"],
      kind: ["Storage", "kind"],
      sku: ["Standard_ZRS", "sku.name"],
    }).map(([field, [value, property]]) => ({
      path: `${path}${way}.logStorage.${field}`,
      given: created,
      value,
      reaches: { [`${made}: ${property}`]: value },
    })),
  ];
}

function reached(value: string, places: readonly string[]) {
  return Object.fromEntries(places.map((place) => [place, value]));
}
