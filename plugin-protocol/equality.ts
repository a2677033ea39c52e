import {
  isPropertyList,
  isPropertyMap,
  SecretValue,
  UnknownValue,
  type PropertyValue,
} from "./property-value";

/**
 * Whether two values mean the same to Azure: ARM ids compare without case, everything else exactly. An
 * unknown value equals nothing: it may become anything. Whether a value is secret does not matter.
 */
export function isSame(left: PropertyValue | undefined, right: PropertyValue | undefined): boolean {
  if (left instanceof SecretValue) return isSame(left.value, right);
  if (right instanceof SecretValue) return isSame(left, right.value);
  if (left instanceof UnknownValue || right instanceof UnknownValue) return false;
  if (typeof left === "string" && typeof right === "string") {
    return left === right || (isArmId(left) && left.toLowerCase() === right.toLowerCase());
  }
  if (isPropertyList(left) && isPropertyList(right)) {
    return left.length === right.length && left.every((item, index) => isSame(item, right[index]));
  }
  if (isPropertyMap(left) && isPropertyMap(right)) {
    const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
    return [...keys].every((key) => isSame(left[key], right[key]));
  }
  return left === right;
}

/** True for regions that differ only in case and spaces (`West Europe`, `westeurope`). */
export function isSameLocation(left: PropertyValue | undefined, right: PropertyValue | undefined): boolean {
  return typeof left === "string" && typeof right === "string" && normalized(left) === normalized(right);
}

function normalized(location: string): string {
  return location.replaceAll(" ", "").toLowerCase();
}

function isArmId(value: string): boolean {
  return /^\/(?:subscriptions|providers)\//i.test(value);
}
