import { isRecord, type JsonRecord } from "../../records/record-tables";
import type { TableRow } from "../../table-row";

export const columns = {
  id: ["id"],
  name: ["name"],
  type: ["type"],
  location: ["location"],
  zones: ["zones"],
  sku: ["sku"],
  tags: ["tags"],
  properties: ["properties"],
} as const;

/** A resource as Azure Resource Graph lists it. */
export interface Resource {
  readonly id: string;
  readonly name: string;
  /** In lower case, e.g. `microsoft.compute/disks`. */
  readonly type: string;
  readonly location: string | undefined;
  readonly zones: readonly unknown[];
  readonly sku: JsonRecord;
  readonly tags: Readonly<Record<string, string>>;
  readonly properties: JsonRecord;
}

/** The resource of a row; undefined (with a note) where it is none. Objects stand in cells as JSON. */
export function resourceOf(row: TableRow<keyof typeof columns>): Resource | undefined {
  const id = row.text("id");
  const type = row.text("type")?.toLowerCase();
  const properties = jsonOf(row, "properties");
  if (id === undefined || type === undefined || !isRecord(properties)) {
    row.doubtful("properties", "is no resource with id, type and properties, and is left out");
    return undefined;
  }
  const zones = jsonOf(row, "zones");
  const sku = jsonOf(row, "sku");
  const tags = jsonOf(row, "tags");
  return {
    id,
    name: row.text("name") ?? id.slice(id.lastIndexOf("/") + 1),
    type,
    location: row.text("location"),
    zones: Array.isArray(zones) ? zones : [],
    sku: isRecord(sku) ? sku : {},
    tags: isRecord(tags)
      ? Object.fromEntries(
          Object.entries(tags).flatMap(([key, tag]) => (typeof tag === "string" ? [[key, tag]] : [])),
        )
      : {},
    properties,
  };
}

function jsonOf(
  row: TableRow<keyof typeof columns>,
  column: "properties" | "zones" | "sku" | "tags",
): unknown {
  const text = row.text(column);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** An object at a path; empty where there is none. */
export function objectAt(value: unknown, ...path: readonly string[]): JsonRecord {
  let at: unknown = value;
  for (const key of path) at = isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  return isRecord(at) ? at : {};
}

export function textAt(value: JsonRecord, key: string): string | undefined {
  const found = Object.hasOwn(value, key) ? value[key] : undefined;
  return typeof found === "string" && found.trim() !== "" ? found.trim() : undefined;
}

/** A number above zero: nothing of a resource that is counted is zero. */
export function numberAt(value: JsonRecord, key: string): number | undefined {
  const found = Object.hasOwn(value, key) ? value[key] : undefined;
  return typeof found === "number" && Number.isFinite(found) && found > 0 ? found : undefined;
}

export function listAt(value: JsonRecord, key: string): readonly JsonRecord[] {
  const found = Object.hasOwn(value, key) ? value[key] : undefined;
  return Array.isArray(found) ? found.filter(isRecord) : [];
}
