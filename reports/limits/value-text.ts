import type { JsonValue } from "../../limits/matrix/schema";

/**
 * A limit's value as people read it: `2048 GiB`, `Standard_LRS, Standard_GRS`, `port: 443, host: *.blob…`.
 * `mostItems` shortens long lists and says how many items were left out.
 */
export function valueText(value: JsonValue, unit: string | null, mostItems = Infinity): string {
  const text = plain(value, mostItems);
  return unit === null || text === "" ? text : `${text} ${unit}`;
}

function plain(value: JsonValue, mostItems: number): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "object") return String(value);
  if (isList(value)) {
    const shown = value.slice(0, mostItems).map((item) => plain(item, mostItems));
    const separator = value.some((item) => typeof item === "object" && item !== null) ? "; " : ", ";
    const rest = value.length - shown.length;
    return shown.join(separator) + (rest > 0 ? `${separator}… ${rest} more` : "");
  }
  return Object.entries(value)
    .map(([key, item]) => `${key}: ${plain(item, mostItems)}`)
    .join(", ");
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
