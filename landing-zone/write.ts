import { landingZoneObject, type LandingZone } from "./document";
import { yamlText } from "./yaml-text";

/** Keys of the document in the order in which they are written. */
const keyOrder = Object.keys(landingZoneObject.shape) as (keyof LandingZone)[];

/**
 * The document as YAML: keys in the schema's order, machines by name, so that the same landing zone
 * always gives the same text.
 *
 * @param comment what wrote it, from which inputs; one line or several, printed as a header.
 */
export function writeLandingZone(zone: LandingZone, comment: string): string {
  const head = comment.split(/\r?\n/).map((line) => `# ${line}`.trimEnd());
  const parts = [`${head.join("\n")}\n\n`];
  for (const key of keyOrder) {
    const value = zone[key];
    if (value === undefined) continue;
    // A blank line before every section but the leading plain values makes the file readable.
    if (typeof value === "object") parts.push("\n");
    parts.push(yamlText({ [key]: key === "machines" ? sortedByKey(value as object) : value }));
  }
  return parts.join("");
}

function sortedByKey(map: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
}
