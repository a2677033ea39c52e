import { Document, type Pair, type Scalar } from "yaml";
import { landingZoneObject, type LandingZone } from "./document";

/** Keys of the document in the order in which they are written. */
const keyOrder = Object.keys(landingZoneObject.shape);

/**
 * The document as YAML: keys in the schema's order, machines by name, so that the same landing zone
 * always gives the same text.
 *
 * @param comment what wrote it, from which inputs; one line or several, printed as a header.
 */
export function writeLandingZone(zone: LandingZone, comment: string): string {
  const ordered: Record<string, unknown> = {};
  for (const key of keyOrder) {
    const value: unknown = zone[key as keyof LandingZone];
    if (value !== undefined) ordered[key] = key === "machines" ? sortedByKey(value as object) : value;
  }
  const document = new Document(ordered, { aliasDuplicateObjects: false });
  document.commentBefore = comment
    .split(/\r?\n/)
    .map((line) => ` ${line}`.trimEnd())
    .join("\n");
  const contents = document.contents as { items: Pair<Scalar>[] } | null;
  // A blank line before every section but the leading plain values makes the file readable.
  for (const pair of contents?.items ?? []) {
    if (typeof ordered[String(pair.key.value)] === "object") pair.key.spaceBefore = true;
  }
  return document.toString({ lineWidth: 110 });
}

function sortedByKey(map: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
}
