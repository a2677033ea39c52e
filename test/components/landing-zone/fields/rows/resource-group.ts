import type { FieldRow } from "../row";

/** One of the resource groups that a document names. */
interface ResourceGroupPlace {
  readonly purpose: string;
  /** The document that has one. Default: as every row's. */
  readonly of?: FieldRow["of"];
  /** Where the name of an existing group goes. */
  readonly nameReaches?: readonly string[];
  /** Where its id goes. */
  readonly idReaches?: readonly string[];
  /** Outputs with the name of a new group besides that of its purpose. */
  readonly alsoOutputs?: readonly string[];
}

const groupId = (name: string): string =>
  `/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/${name}`;

/** What every field of a resource group reaches, the same for each purpose. */
export function resourceGroupRows(place: ResourceGroupPlace): readonly FieldRow[] {
  const { purpose, nameReaches = [], idReaches = [], alsoOutputs = [] } = place;
  const at = `resourceGroups.${purpose}`;
  const of = place.of === undefined ? {} : { of: place.of };
  const made = `resources:ResourceGroup dr-${purpose}-group`;
  const created = { [at]: { name: "first" } };
  return [
    {
      path: `${at}<id>.id`,
      ...of,
      given: { [at]: { id: groupId("first") } },
      value: groupId("other"),
      reaches: Object.fromEntries([
        ...nameReaches.map((property) => [property, "other"]),
        ...idReaches.map((property) => [property, groupId("other")]),
      ]) as Readonly<Record<string, string>>,
    },
    {
      path: `${at}.name`,
      ...of,
      given: created,
      value: "other",
      reaches: Object.fromEntries(
        [
          `${made}: resourceGroupName`,
          ...[purpose, ...alsoOutputs].map((output) => `output: resourceGroupNames.${output}`),
        ].map((property) => [property, "other"]),
      ),
    },
    {
      path: `${at}.location`,
      ...of,
      given: created,
      value: "uksouth",
      reaches: { [`${made}: location`]: "uksouth" },
    },
    {
      path: `${at}.tags{}`,
      ...of,
      given: created,
      value: "other",
      reaches: { [`${made}: tags.one`]: "other" },
    },
  ];
}
