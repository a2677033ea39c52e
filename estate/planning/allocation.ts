/** Things that stay together: a machine alone, or a whole multi-VM group. */
export interface Unit<T> {
  readonly members: readonly T[];
}

/** What a bin can hold, in as many dimensions as matter; a unit takes the sum of its members' sizes. */
export interface Capacity<T> {
  /** Size of one member in this dimension. */
  readonly sizeOf: (member: T) => number;
  /** Most that a bin holds. */
  readonly cap: number;
}

export interface Allocation<T> {
  readonly bins: readonly (readonly Unit<T>[])[];
  /** Units that are larger than a whole bin. */
  readonly tooLarge: readonly Unit<T>[];
}

/** What an allocation prefers; neither makes a bin exceed a cap. */
export interface Preferences<T> {
  /** Units with the same key go to the same bin where they fit into one. */
  readonly togetherBy?: (unit: Unit<T>) => string;
  /** Index of the bin that an earlier allocation put the unit into. */
  readonly earlierBin?: (unit: Unit<T>) => number | undefined;
}

/**
 * Puts units into as few bins as going through them once gives: each into the first bin that has room in
 * every dimension. The order of the units decides, so a caller that sorts them gets the same bins whatever
 * the order of its input. Units of an earlier allocation come first and stay where they were while they fit.
 */
export function allocate<T>(
  units: readonly Unit<T>[],
  capacities: readonly Capacity<T>[],
  { togetherBy, earlierBin }: Preferences<T> = {},
): Allocation<T> {
  const bins = new Bins(capacities);
  const tooLarge = units.filter((unit) => !bins.fitsEmpty([unit]));
  const placeable = units.filter((unit) => bins.fitsEmpty([unit]));
  const open: Unit<T>[] = [];
  for (const unit of placeable) {
    const index = earlierBin?.(unit);
    if (index === undefined || !bins.addTo(index, [unit])) open.push(unit);
  }
  for (const together of groupsOf(open, togetherBy)) {
    if (bins.fitsEmpty(together)) bins.add(together);
    else for (const unit of together) bins.add([unit]);
  }
  // In the order of the input, so that a bin does not tell in which order it was filled.
  const position = new Map(units.map((unit, index) => [unit, index]));
  return {
    bins: bins.units.map((bin) => bin.toSorted((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0))),
    tooLarge,
  };
}

function groupsOf<T>(
  units: readonly Unit<T>[],
  togetherBy: Preferences<T>["togetherBy"],
): Iterable<readonly Unit<T>[]> {
  return togetherBy === undefined ? units.map((unit) => [unit]) : Map.groupBy(units, togetherBy).values();
}

class Bins<T> {
  readonly #bins: { readonly units: Unit<T>[]; used: readonly number[] }[] = [];

  constructor(readonly capacities: readonly Capacity<T>[]) {}

  get units(): readonly (readonly Unit<T>[])[] {
    return this.#bins.map(({ units }) => units);
  }

  fitsEmpty(units: readonly Unit<T>[]): boolean {
    return this.#fits(this.#sizesOf(units));
  }

  /** Into the first bin with room, or a new one. */
  add(units: readonly Unit<T>[]): void {
    const sizes = this.#sizesOf(units);
    const index = this.#bins.findIndex(({ used }) => this.#fits(sizes, used));
    this.#put(index === -1 ? this.#bins.length : index, units, sizes);
  }

  /** Into this bin, which is made with those before it; false where it has no room. */
  addTo(index: number, units: readonly Unit<T>[]): boolean {
    const sizes = this.#sizesOf(units);
    const bin = this.#bins[index];
    if (bin !== undefined && !this.#fits(sizes, bin.used)) return false;
    this.#put(index, units, sizes);
    return true;
  }

  #put(index: number, units: readonly Unit<T>[], sizes: readonly number[]): void {
    while (this.#bins.length <= index) this.#bins.push({ units: [], used: this.capacities.map(() => 0) });
    const bin = this.#bins[index];
    if (bin === undefined) return;
    bin.units.push(...units);
    bin.used = sum(bin.used, sizes);
  }

  #sizesOf(units: readonly Unit<T>[]): readonly number[] {
    return this.capacities.map(({ sizeOf }) =>
      units.reduce((total, { members }) => members.reduce((part, member) => part + sizeOf(member), total), 0),
    );
  }

  #fits(sizes: readonly number[], used: readonly number[] = []): boolean {
    return sizes.every(
      (size, index) => (used[index] ?? 0) + size <= (this.capacities[index]?.cap ?? 0) * (1 + rounding),
    );
  }
}

function sum(a: readonly number[], b: readonly number[]): readonly number[] {
  return a.map((value, index) => value + (b[index] ?? 0));
}

/** Sums of shares such as 1/750 miss whole numbers by rounding; a real excess is far larger than this. */
const rounding = 1e-9;
