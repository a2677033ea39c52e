/** JSON objects as Site Recovery answers them, read without trust: what is missing or of another type is absent. */
export type Json = Readonly<Record<string, unknown>>;

export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object under a name; an empty one where there is none. */
export function objectIn(from: Json, name: string): Json {
  const value = from[name];
  return isJson(value) ? value : {};
}

/** The objects of a list; none where there is no list. */
export function objectsIn(from: Json, name: string): readonly Json[] {
  const value = from[name];
  return Array.isArray(value) ? value.filter(isJson) : [];
}

/** Text that says something. */
export function textIn(from: Json, name: string): string | undefined {
  const value = from[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A protected item as the service shows it. */
export interface ProtectedItem {
  readonly id: string;
  readonly properties: Json;
  /** `properties.providerSpecificDetails`. */
  readonly details: Json;
  readonly instanceType: string;
}

/** @param answer body of a GET of an item, or an entry of a list of items. */
export function itemOf(answer: unknown): ProtectedItem {
  const envelope = isJson(answer) ? answer : {};
  const properties = objectIn(envelope, "properties");
  const details = objectIn(properties, "providerSpecificDetails");
  return {
    id: textIn(envelope, "id") ?? "",
    properties,
    details,
    instanceType: textIn(details, "instanceType") ?? "",
  };
}

/** Whether two ids, names or codes are one, whatever their case. */
export function isSameText(left: string | undefined, right: string | undefined): boolean {
  return left?.toLowerCase() === right?.toLowerCase();
}
