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

/**
 * Puts units into as few bins as going through them once gives: each into the first bin that has room in
 * every dimension. The order of the units decides, so a caller that sorts them gets the same bins whatever
 * the order of its input.
 */
export function allocate<T>(units: readonly Unit<T>[], capacities: readonly Capacity<T>[]): Allocation<T> {
  const bins: { readonly units: Unit<T>[]; readonly used: number[] }[] = [];
  const tooLarge: Unit<T>[] = [];
  for (const unit of units) {
    const sizes = capacities.map(({ sizeOf }) =>
      unit.members.reduce((sum, member) => sum + sizeOf(member), 0),
    );
    if (sizes.some((size, index) => !fits(size, capacities[index]?.cap ?? 0))) {
      tooLarge.push(unit);
      continue;
    }
    const open = bins.find(({ used }) =>
      sizes.every((size, index) => fits((used[index] ?? 0) + size, capacities[index]?.cap ?? 0)),
    );
    const bin = open ?? { units: [], used: capacities.map(() => 0) };
    if (open === undefined) bins.push(bin);
    bin.units.push(unit);
    sizes.forEach((size, index) => {
      bin.used[index] = (bin.used[index] ?? 0) + size;
    });
  }
  return { bins: bins.map(({ units: held }) => held), tooLarge };
}

/** Sums of shares such as 1/750 miss whole numbers by rounding; a real excess is far larger than this. */
const rounding = 1e-9;

function fits(used: number, cap: number): boolean {
  return used <= cap * (1 + rounding);
}
