import { sameResourceId } from "../../../limits/facts/resource-id";
import type { DriftEntry } from "./drift-report";

/** Why the service changes a fact by itself once a machine is protected, by the fact's name. */
export type ServiceChanges = Readonly<Record<string, string>>;

export interface Comparison {
  readonly compared: number;
  readonly entries: readonly DriftEntry[];
}

/**
 * Compares facts that both sides know. What the plan leaves out or leaves to the service is no difference, whatever
 * the service has put there.
 */
export function compareFacts(
  thing: { readonly what: string; readonly name: string },
  planned: object,
  actual: object,
  serviceChanges: ServiceChanges = {},
): Comparison {
  const entries: DriftEntry[] = [];
  let compared = 0;
  const actuals = actual as Readonly<Record<string, unknown>>;
  for (const [property, value] of Object.entries(planned)) {
    const [wanted, found] = [scalarText(value), scalarText(actuals[property])];
    if (wanted === undefined || !(property in actuals)) continue;
    compared += 1;
    if (found !== undefined && sameText(wanted, found)) continue;
    const reason = serviceChanges[property];
    entries.push({
      kind: reason === undefined ? "different" : "changed-by-service",
      ...thing,
      property,
      planned: wanted,
      ...(found === undefined ? {} : { actual: found }),
      ...(reason === undefined ? {} : { reason }),
    });
  }
  return { compared, entries };
}

/** Numbers, words and lists of words; nothing for what is left open. */
function scalarText(value: unknown): string | undefined {
  if (typeof value === "string") return value === "" ? undefined : value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value) && value.every((item) => typeof item === "string"))
    return [...value].sort().join(", ");
  return undefined;
}

/** Ids and names of Azure compare without case; the service writes them back as it likes. */
function sameText(one: string, other: string): boolean {
  return sameResourceId(one, other);
}
