import { boundText } from "./bounds";
import type { CitedLimit, Finding } from "./findings";
import type { JsonValue } from "./matrix/schema";

/** The limit's value with its unit, readable: `2048 GiB`, `Standard_LRS, Standard_GRS`; its id where it has none. */
export function limitValueText(limit: Pick<CitedLimit, "id" | "value" | "unit">): string {
  const value = valueText(limit.value);
  if (value === "") return limit.id;
  return limit.unit === null ? value : `${value} ${limit.unit}`;
}

/** `edition 2019-05, Support matrix for … (2019-05-10), section "Azure VM requirements"`. */
export function limitSourceText(limit: Pick<CitedLimit, "edition" | "source">): string {
  const { document, date, section } = limit.source;
  return `edition ${limit.edition}, ${document} (${date}), section "${section}"`;
}

/** A finding as one paragraph: what, observed, limit, source, remedy. */
export function findingLine(finding: Finding): string {
  return [
    `${finding.message} [${finding.ref} ${finding.rule}]`,
    `Observed: ${finding.observed}.`,
    `Limit: ${limitValueText(finding.limit)} (${limitSourceText(finding.limit)}).`,
    finding.remedy,
  ].join(" ");
}

/** A finding as an indented block, for consoles that print several of them one below the other. */
export function findingBlock(finding: Finding): string {
  return [
    `${finding.ref} ${finding.rule}: ${finding.message}`,
    `  subject:  ${finding.subject}`,
    `  observed: ${finding.observed}`,
    `  limit:    ${limitValueText(finding.limit)} (${finding.limit.id})`,
    `  source:   ${limitSourceText(finding.limit)}`,
    `  remedy:   ${finding.remedy}`,
    ...(finding.waiver === null
      ? []
      : [`  waived:   ${finding.waiver.reason} (${finding.waiver.owner}, until ${finding.waiver.expires})`]),
  ].join("\n");
}

function valueText(value: JsonValue): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(valueText).join(", ");
  const bound = boundText(value);
  if (bound !== undefined) return bound;
  return Object.entries(value)
    .map(([key, item]) => `${key}: ${valueText(item)}`)
    .join("; ");
}
