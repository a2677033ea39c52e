/** Levels of a value, counted no further than one beyond `most`: what is nested without end is not walked. */
export function nestingOf(value: unknown, most: number): number {
  let level: readonly object[] = isContainer(value) ? [value] : [];
  let levels = 0;
  while (level.length > 0 && levels <= most) {
    levels += 1;
    // An alias of YAML may hang one object in many places: within a level, once is enough.
    const next = new Set<object>();
    for (const container of level) {
      for (const child of Object.values(container)) if (isContainer(child)) next.add(child);
    }
    level = [...next];
  }
  return levels;
}

/** Members of all objects within a value that came from JSON, where nothing is shared. */
export function valueMembers(value: unknown): number {
  const waiting: object[] = isContainer(value) ? [value] : [];
  let members = 0;
  for (let container = waiting.pop(); container !== undefined; container = waiting.pop()) {
    const children: readonly unknown[] = Object.values(container);
    if (!Array.isArray(container)) members += children.length;
    for (const child of children) if (isContainer(child)) waiting.push(child);
  }
  return members;
}

const [quote, backslash, colon] = ['"', "\\", ":"].map((character) => character.charCodeAt(0));

/** Members that the objects of a JSON text are written with: as many as colons outside of strings. */
export function memberCount(text: string): number {
  let members = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === quote) inString = !inString;
    else if (inString && code === backslash) index += 1;
    else if (!inString && code === colon) members += 1;
  }
  return members;
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
