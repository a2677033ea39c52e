import { isSame } from "../../plugin-protocol/equality";
import type { PropertyMap, PropertyValue } from "../../plugin-protocol/property-value";
import type { ObjectDescription, PropertyDescription } from "../property-description";
import type { Json } from "./item";

/** One input of a provider: where enabling takes it, where an update does, and where an item shows it. */
export interface Setting {
  readonly property: PropertyDescription;
  /** False: enabling does not take it, an update does. */
  readonly enable?: false;
  /** Where PATCH takes it, and its name there if it is another one. Absent: fixed when replication is enabled. */
  readonly update?: { readonly in: "item" | "details"; readonly name?: string };
  /** Its name in the item's details if it is another one; null: the service does not show it. */
  readonly shown?: string | null;
  /** Tags are maps in a program; modernized items take and show lists of names and values. */
  readonly form?: "tag-list";
}

export type Settings = Readonly<Record<string, Setting>>;

/** The inputs' descriptions: what no update takes needs replication to be enabled anew. */
export function describedSettings(settings: Settings): ObjectDescription {
  return Object.fromEntries(
    Object.entries(settings).map(([name, { property, update }]) => [
      name,
      update === undefined ? { ...property, replaces: true } : property,
    ]),
  );
}

/** What enabling takes of the given settings. */
export function enabledBy(settings: Settings, given: PropertyMap): Json {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, setting]) => {
      const value = given[name];
      return value === undefined || setting.enable === false ? [] : [[name, sentForm(setting, value)]];
    }),
  );
}

/**
 * What PATCH is to hold: what is given, and what the item has where nothing is given, so that nothing is lost that
 * the update leaves out.
 */
export function updatedBy(
  settings: Settings,
  given: PropertyMap,
  details: Json,
): { readonly item: Json; readonly details: Json } {
  const sent: { readonly item: Record<string, unknown>; readonly details: Record<string, unknown> } = {
    item: {},
    details: {},
  };
  for (const [name, setting] of Object.entries(settings)) {
    if (setting.update === undefined) continue;
    const value = given[name];
    const kept = setting.shown === null ? undefined : details[setting.shown ?? name];
    const sending = value === undefined ? kept : sentForm(setting, value);
    if (sending === undefined || sending === null || sending === "") continue;
    sent[setting.update.in][setting.update.name ?? name] = sending;
  }
  return sent;
}

/** The given settings as the item shows them; what it does not show stays as given. */
export function shownSettings(settings: Settings, given: PropertyMap, details: Json): PropertyMap {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, setting]): [string, PropertyValue][] => {
      const value = given[name];
      if (value === undefined) return [];
      const shown = setting.shown === null ? undefined : details[setting.shown ?? name];
      if (shown === undefined || shown === null) return [[name, value]];
      return [[name, asGiven(value, programForm(setting, shown))]];
    }),
  );
}

/** The given value where the service only writes it differently. */
export function asGiven(given: PropertyValue, shown: PropertyValue): PropertyValue {
  if (isSame(given, shown)) return given;
  const equal =
    typeof given === "string" && typeof shown === "string" && given.toLowerCase() === shown.toLowerCase();
  return equal ? given : shown;
}

function sentForm({ form }: Setting, value: PropertyValue): unknown {
  if (form !== "tag-list") return value;
  return Object.entries(value as PropertyMap).map(([tagName, tagValue]) => ({ tagName, tagValue }));
}

/** A value of an item as a program writes it. */
export function programForm({ form }: Setting, shown: unknown): PropertyValue {
  // What JSON holds is what the engine knows.
  if (form !== "tag-list" || !Array.isArray(shown)) return shown as PropertyValue;
  const tags = shown as readonly { readonly tagName: string; readonly tagValue: string }[];
  return Object.fromEntries(tags.map(({ tagName, tagValue }) => [tagName, tagValue]));
}
