import { boundText } from "../../limits/bounds";
import type { JsonValue } from "../../limits/matrix/schema";

/**
 * A limit's value as people read it: `2048 GiB`, `Standard_LRS, Standard_GRS`, `Windows Server 2016`.
 * `mostItems` shortens long lists and says how many items were left out.
 */
export function valueText(value: JsonValue, unit: string | null, mostItems = Infinity): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "supported" : "not supported";
  const text = plain(value, mostItems);
  return unit === null || text === "" ? text : `${text} ${unit}`;
}

function plain(value: JsonValue, mostItems: number): string {
  if (value === null) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "object") return String(value);
  if (isList(value)) {
    const shown = value.slice(0, mostItems).map((item) => plain(item, mostItems));
    const separator = value.some((item) => typeof item === "object" && item !== null) ? "; " : ", ";
    const rest = value.length - shown.length;
    return shown.join(separator) + (rest > 0 ? `${separator}… ${rest} more` : "");
  }
  return boundText(value) ?? record(value, mostItems);
}

/** `Windows Server 2008 (minServicePack: 2)` where the record has a name, else `key: value` pairs. */
function record(value: { readonly [key: string]: JsonValue }, mostItems: number): string {
  const { name, version, ...rest } = value;
  const pairs = (entries: object): string =>
    Object.entries(entries)
      .map(([key, item]) => `${key}: ${plain(item as JsonValue, mostItems)}`)
      .join(", ");
  if (typeof name !== "string") return pairs(value);
  const head = version === undefined ? name : `${name} ${plain(version, mostItems)}`;
  const tail = pairs(rest);
  return tail === "" ? head : `${head} (${tail})`;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
