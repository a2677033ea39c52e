/**
 * Values as the Pulumi engine sends them: JSON, plus values that are not known yet and values that are secret.
 */
export type PropertyValue =
  null | boolean | number | string | UnknownValue | SecretValue | readonly PropertyValue[] | PropertyMap;

/** An object of the engine. A property that is not set is absent, never `undefined`. */
export interface PropertyMap {
  readonly [name: string]: PropertyValue;
}

/** A value that only exists once something has been created. */
export class UnknownValue {
  // A private field makes the class nominal: no other object passes for an unknown.
  readonly #brand = "unknown";

  toString(): string {
    return this.#brand;
  }
}

export const unknown = new UnknownValue();

/** A value that must not be shown; the engine encrypts it in its state. */
export class SecretValue {
  constructor(readonly value: PropertyValue) {}
}

/** True for an object of the engine: not null, no list, neither unknown nor secret. */
export function isPropertyMap(value: PropertyValue | undefined): value is PropertyMap {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof UnknownValue) &&
    !(value instanceof SecretValue)
  );
}

/** True for a list of the engine. */
export function isPropertyList(value: PropertyValue | undefined): value is readonly PropertyValue[] {
  return Array.isArray(value);
}

export function containsUnknown(value: PropertyValue): boolean {
  if (value instanceof UnknownValue) return true;
  if (value instanceof SecretValue) return containsUnknown(value.value);
  if (isPropertyList(value)) return value.some(containsUnknown);
  return isPropertyMap(value) && Object.values(value).some(containsUnknown);
}

export function containsSecret(value: PropertyValue): boolean {
  if (value instanceof SecretValue) return true;
  if (isPropertyList(value)) return value.some(containsSecret);
  return isPropertyMap(value) && Object.values(value).some(containsSecret);
}

/** The same value with every secret laid open; for comparing and for sending to the service only. */
export function withoutSecrets(value: PropertyValue): PropertyValue {
  if (value instanceof SecretValue) return withoutSecrets(value.value);
  if (isPropertyList(value)) return value.map(withoutSecrets);
  return isPropertyMap(value) ? openSecrets(value) : value;
}

/** {@link withoutSecrets} for a whole set of properties. */
export function openSecrets(map: PropertyMap): PropertyMap {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, withoutSecrets(value)]));
}

/** The string a property holds, secret or not; undefined when it is absent, unknown or something else. */
export function stringOf(value: PropertyValue | undefined): string | undefined {
  if (value instanceof SecretValue) return stringOf(value.value);
  return typeof value === "string" ? value : undefined;
}
