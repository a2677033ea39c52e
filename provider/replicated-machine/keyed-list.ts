import {
  isPropertyList,
  isPropertyMap,
  stringOf,
  type PropertyMap,
  type PropertyValue,
} from "../../plugin-protocol/property-value";

/** The objects of a list in a program; unknown and wrong entries are left out. */
export function entriesOf(value: PropertyValue | undefined): readonly PropertyMap[] {
  return isPropertyList(value) ? value.filter(isPropertyMap) : [];
}

/**
 * A list in the order of another one: entries of one key stand at the same index, so that comparing them by index
 * compares like with like. Where the list has no counterpart there is a gap; what the other list lacks comes last.
 */
export function aligned(
  list: PropertyValue | undefined,
  order: PropertyValue | undefined,
  keyNames: readonly string[],
): PropertyValue | undefined {
  if (!isPropertyList(list) || !isPropertyList(order)) return list;
  const left = [...list];
  const ordered = order.map((wanted, index): PropertyValue | undefined => {
    const key = keyOf(wanted, keyNames);
    // A key that is not known yet: by its place.
    const at =
      key === undefined
        ? left.indexOf(list[index] ?? null)
        : left.findIndex((each) => keyOf(each, keyNames) === key);
    return at === -1 ? undefined : left.splice(at, 1)[0];
  });
  // A gap is what comparing takes for "not there"; the type of lists knows no gaps.
  return [...ordered, ...left] as readonly PropertyValue[];
}

/** The key of an entry, which may be the entry itself; undefined while it is not known. */
function keyOf(entry: PropertyValue, keyNames: readonly string[]): string | undefined {
  if (!isPropertyMap(entry)) return stringOf(entry)?.toLowerCase();
  const name = keyNames.find((each) => entry[each] !== undefined);
  return name === undefined ? undefined : stringOf(entry[name])?.toLowerCase();
}
