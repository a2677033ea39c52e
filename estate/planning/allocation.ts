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
  /**
   * Units with the same first key go to the same bin where they fit into one; where they do not, those with the
   * same second key, and so on.
   */
  readonly togetherBy?: (unit: Unit<T>) => readonly string[];
  /** A bin holds units of one key alone. */
  readonly apartBy?: (unit: Unit<T>) => string;
  /** Units that go to the same bin or an earlier one; they come earlier among the units. */
  readonly after?: (unit: Unit<T>) => readonly Unit<T>[];
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
  preferences: Preferences<T> = {},
): Allocation<T> {
  const bins = new Bins(capacities, preferences);
  const tooLarge = units.filter((unit) => !bins.fitsEmpty([unit]));
  const placeable = units.filter((unit) => bins.fitsEmpty([unit]));
  const open: Unit<T>[] = [];
  for (const unit of placeable) {
    const index = preferences.earlierBin?.(unit);
    if (index === undefined || !bins.addTo(index, [unit])) open.push(unit);
  }
  addTogether(bins, open, preferences, 0);
  // In the order of the input, so that a bin does not tell in which order it was filled.
  const position = new Map(units.map((unit, index) => [unit, index]));
  return {
    bins: bins.units.map((bin) => bin.toSorted((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0))),
    tooLarge,
  };
}

/** Adds units in groups of the key at this level; groups that no bin holds in groups of the next one. */
function addTogether<T>(
  bins: Bins<T>,
  units: readonly Unit<T>[],
  preferences: Preferences<T>,
  level: number,
): void {
  const groups = Map.groupBy(units, (unit) => preferences.togetherBy?.(unit)[level] ?? unit);
  for (const [key, group] of groups) {
    if (bins.fitsEmpty(group) || typeof key !== "string") bins.add(group);
    else addTogether(bins, group, preferences, level + 1);
  }
}

interface Bin<T> {
  readonly units: Unit<T>[];
  used: readonly number[];
  /** Undefined as long as it is empty. */
  key?: string;
}

class Bins<T> {
  readonly #bins: Bin<T>[] = [];
  readonly #indexes = new Map<Unit<T>, number>();

  constructor(
    readonly capacities: readonly Capacity<T>[],
    readonly preferences: Preferences<T>,
  ) {}

  get units(): readonly (readonly Unit<T>[])[] {
    return this.#bins.map(({ units }) => units);
  }

  fitsEmpty(units: readonly Unit<T>[]): boolean {
    return this.#keyOf(units) !== "several" && this.#fits(this.#sizesOf(units));
  }

  /** Into the first bin with room that does not come before what the units depend on, or a new one. */
  add(units: readonly Unit<T>[]): void {
    const sizes = this.#sizesOf(units);
    const least = this.#leastIndex(units);
    const key = this.#keyOf(units);
    const index = this.#bins.findIndex((bin, each) => each >= least && this.#takes(bin, sizes, key));
    this.#put(index === -1 ? this.#bins.length : index, units, sizes);
  }

  /** Into this bin, which is made with those before it; false where it has no room. */
  addTo(index: number, units: readonly Unit<T>[]): boolean {
    const sizes = this.#sizesOf(units);
    const bin = this.#bins[index];
    if (bin !== undefined && !this.#takes(bin, sizes, this.#keyOf(units))) return false;
    this.#put(index, units, sizes);
    return true;
  }

  #takes({ used, key }: Bin<T>, sizes: readonly number[], own: string | undefined): boolean {
    return (key === undefined || key === own) && this.#fits(sizes, used);
  }

  #put(index: number, units: readonly Unit<T>[], sizes: readonly number[]): void {
    while (this.#bins.length <= index) this.#bins.push({ units: [], used: this.capacities.map(() => 0) });
    const bin = this.#bins[index];
    if (bin === undefined) return;
    bin.units.push(...units);
    bin.used = sum(bin.used, sizes);
    const key = this.#keyOf(units);
    if (key !== undefined) bin.key = key;
    for (const unit of units) this.#indexes.set(unit, index);
  }

  #leastIndex(units: readonly Unit<T>[]): number {
    const { after } = this.preferences;
    if (after === undefined) return 0;
    let least = 0;
    for (const unit of units) {
      for (const other of after(unit)) least = Math.max(least, this.#indexes.get(other) ?? 0);
    }
    return least;
  }

  /** Undefined where bins are not kept apart; `several` where the units may not share a bin. */
  #keyOf(units: readonly Unit<T>[]): string | undefined {
    const { apartBy } = this.preferences;
    const [first] = units;
    if (apartBy === undefined || first === undefined) return undefined;
    const key = apartBy(first);
    return units.every((unit) => apartBy(unit) === key) ? ` ${key}` : "several";
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
