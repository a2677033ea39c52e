import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import { isExisting, type LandingZone } from "../../landing-zone/document";

type Purpose = keyof LandingZone["resourceGroups"];

/** Names of the resource groups by purpose; a purpose without a group of its own uses the vault's. */
export type ResourceGroupNames = Readonly<Record<Purpose, pulumi.Input<string>>>;

const purposes = ["vault", "storage", "network", "monitoring", "recovery", "source"] as const;

/**
 * Creates the new resource groups and names the existing ones.
 *
 * @param name of the component that they belong to.
 */
export function resourceGroups(
  name: string,
  zone: LandingZone,
  own: pulumi.CustomResourceOptions,
): ResourceGroupNames {
  const named = new Map<Purpose, pulumi.Output<string>>();
  const byName = new Map<string, pulumi.Output<string>>();
  for (const purpose of purposes) {
    const group = zone.resourceGroups[purpose];
    if (group === undefined) continue;
    if (isExisting(group)) {
      named.set(purpose, pulumi.output(group.id.split("/").at(-1) ?? ""));
      continue;
    }
    // Two purposes may name one group: it is created once.
    const key = group.name.toLowerCase();
    const created =
      byName.get(key) ??
      new resources.ResourceGroup(
        `${name}-${purpose}-group`,
        {
          resourceGroupName: group.name,
          location: group.location ?? (purpose === "source" ? zone.sourceRegion : undefined) ?? zone.region,
          tags: { ...zone.tags, ...group.tags },
        },
        own,
      ).name;
    byName.set(key, created);
    named.set(purpose, created);
  }
  const ofVault = named.get("vault") ?? pulumi.output("");
  return Object.fromEntries(
    purposes.map((purpose) => [purpose, named.get(purpose) ?? ofVault]),
  ) as unknown as ResourceGroupNames;
}

/** The names by purpose as the document says them. */
export function resourceGroupNames(zone: LandingZone): Readonly<Record<Purpose, string>> {
  const nameOf = (group: LandingZone["resourceGroups"]["vault"]): string =>
    isExisting(group) ? (group.id.split("/").at(-1) ?? "") : group.name;
  return Object.fromEntries(
    purposes.map((purpose) => [purpose, nameOf(zone.resourceGroups[purpose] ?? zone.resourceGroups.vault)]),
  ) as Record<Purpose, string>;
}

/** Name of the group that holds a resource, as its id spells it. */
export function resourceGroupOf(id: string): string {
  const segments = id.split("/");
  const at = segments.findIndex((segment) => segment.toLowerCase() === "resourcegroups");
  return segments[at + 1] ?? "";
}

/** The id of a group in the subscription of the vault. */
export function resourceGroupId(
  vaultId: pulumi.Output<string>,
  name: pulumi.Input<string>,
): pulumi.Output<string> {
  return pulumi
    .all([vaultId, name])
    .apply(([id, group]) => `${id.split("/").slice(0, 3).join("/")}/resourceGroups/${group}`);
}
