import { parseResourceId } from "../../arm/resource-id";
import { ArmError } from "../../arm/arm-error";
import type { Cloud } from "../../cloud";
import { stableGuid } from "../../guid";
import { isObject, objectAt, stringAt } from "../../json";
import type { Effect } from "../../operations/operation";
import { regionDisplayName } from "../../regions";
import type { StoredResource } from "../../store/resource";
import type { ExistingResourceRequest, Outcome, ResourceType } from "../resource-type";
import { vaultType } from "./type-names";

const locationType = "Microsoft.RecoveryServices/locations";
const deletedVaultType = `${locationType}/deletedVaults`;
const retentionInDays = 14;
const secondsToUndelete = 30;

/** Regions as parents of what is kept by region. */
export const location: ResourceType = {
  type: locationType,
  modelled: "every region, as the parent of deleted vaults",
  history: true,
  implicit: (id, cloud) =>
    regionDisplayName(id.name) === undefined ? undefined : cloud.record(id, locationType, { properties: {} }),
};

/** Vaults that were deleted with items in them and are kept for a while. */
export const deletedVault: ResourceType = {
  type: deletedVaultType,
  modelled:
    "kept 14 days after the deletion of a vault that holds backup items; listed by region; POST undelete brings the vault back under its name; a new vault of the same name is none the less possible",
  history: true,
  actions: { undelete },
  steps: {
    expire: (data, cloud) => {
      const id = isObject(data) ? stringAt(data, "id") : undefined;
      if (id !== undefined) cloud.store.remove(id);
    },
  },
};

/** What the deletion of a vault with items leaves. Published shape. */
export function deletedVaultOf(cloud: Cloud, vault: StoredResource): readonly Effect[] {
  const region = stringAt(vault.envelope, "location") ?? "";
  const subscription = /^\/subscriptions\/[^/]+/i.exec(vault.id)?.[0] ?? "";
  const now = cloud.clock.now();
  const name = stableGuid(`deleted vault ${vault.id.toLowerCase()} ${now.toISOString()}`);
  const scope = `${subscription}/providers/${locationType}/${region}`;
  const parent = parseResourceId(scope);
  const id = parseResourceId(`${scope}/deletedVaults/${name}`);
  if (!parent || !id) return [];
  cloud.find(parent);
  const purgeAt = new Date(now.getTime() + retentionInDays * 86_400_000).toISOString();
  const record = cloud.record(
    id,
    deletedVaultType,
    { properties: { vaultId: vault.id, vaultDeletionTime: now.toISOString(), purgeAt } },
    { hidden: { vault: vault.envelope } },
  );
  return [
    { kind: "store", resource: record },
    {
      kind: "later",
      resourceId: record.id,
      seconds: retentionInDays * 86_400,
      effects: [{ kind: "step", type: deletedVaultType, name: "expire", data: { id: record.id } }],
    },
  ];
}

/** `POST {deletedVault}/undelete`. */
function undelete(request: ExistingResourceRequest): Outcome {
  const { cloud, existing, body } = request;
  const properties = objectAt(existing.envelope, "properties");
  const before = stringAt(properties, "vaultId") ?? "";
  const group = stringAt(objectAt(body, "properties"), "recoveryResourceGroupId");
  const name = before.split("/").at(-1) ?? "";
  const vaultId = group === undefined ? before : `${group}/providers/${vaultType}/${name}`;
  const id = parseResourceId(vaultId);
  if (!id || !cloud.store.has(id.scope)) {
    throw new ArmError(
      404,
      "ResourceGroupNotFound",
      `The resource group of '${vaultId}' could not be found.`,
    );
  }
  if (cloud.store.has(id.id)) {
    throw new ArmError(
      409,
      "VaultAlreadyExists",
      `There is a vault '${vaultId}' already: restore into another resource group.`,
    );
  }
  const vault = cloud.record(id, vaultType, objectAt(existing.hidden, "vault"));
  return {
    kind: "accepted",
    style: "vault-change",
    seconds: secondsToUndelete,
    effects: [
      { kind: "store", resource: vault },
      { kind: "remove", id: existing.id },
    ],
  };
}
