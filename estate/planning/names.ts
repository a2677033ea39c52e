/** Longest name made here; Azure's names of networks, groups and plans may all be longer. */
const longestName = 63;

/** Names of letters, digits and hyphens, made from any text, each of them once. */
export class UniqueNames {
  readonly #taken = new Set<string>();

  /** Takes this name as it is; false where it is taken already. */
  take(name: string): boolean {
    if (this.#taken.has(name)) return false;
    this.#taken.add(name);
    return true;
  }

  /** The text as a name, with a number where the name is taken. */
  of(text: string): string {
    const stem = nameOf(text);
    for (let number = 1; ; number += 1) {
      const suffix = number === 1 ? "" : `-${number}`;
      const name = `${stem.slice(0, longestName - suffix.length).replace(/-+$/, "")}${suffix}`;
      if (this.#taken.has(name)) continue;
      this.#taken.add(name);
      return name;
    }
  }
}

/** `VM Network (1)` → `vm-network-1`; accents are dropped, and what is left of no text is `unnamed`. */
export function nameOf(text: string): string {
  const name = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return name === "" ? "unnamed" : name;
}
