/**
 * One thing that was asked of Azure. What could not be read is `unknown` and names what was missing: whoever judges
 * it must not take it for an empty list.
 */
export type Part<T> = ReadPart<T> | AbsentPart | UnknownPart;

export interface ReadPart<T> {
  readonly kind: "read";
  readonly value: T;
}

/** Azure says that there is no such thing (404, or the 400 that Site Recovery answers instead). */
export interface AbsentPart {
  readonly kind: "absent";
}

export interface UnknownPart {
  readonly kind: "unknown";
  readonly why: "forbidden" | "failed" | "timed-out" | "not-asked";
  /** Action of Azure's role-based access control that reading needs. */
  readonly action: string;
  /** The service's own words, or ours where it never answered. */
  readonly message: string;
}

/** The value of a part; undefined where it is absent or unknown. */
export function valueOf<T>(part: Part<T>): T | undefined {
  return part.kind === "read" ? part.value : undefined;
}

/** Elements of a list; none where the list is absent. Undefined where it is unknown. */
export function elementsOf<T>(part: Part<readonly T[]>): readonly T[] | undefined {
  if (part.kind === "unknown") return undefined;
  return part.kind === "read" ? part.value : [];
}

/** What `change` makes of a part that was read; the rest stays as it is. */
export function mapPart<From, To>(part: Part<From>, change: (value: From) => To): Part<To> {
  return part.kind === "read" ? { kind: "read", value: change(part.value) } : part;
}
