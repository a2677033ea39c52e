/** Documents of Azure write MB, GB and TB for binary units. */
const mebibytes = { MiB: 1, GiB: 1024, TiB: 1024 * 1024 } as const;

export type ByteUnit = keyof typeof mebibytes;

/** @throws TypeError for units that are not the same and no byte units. */
export function convert(quantity: number, from: string, to: string): number {
  if (from === to) return quantity;
  if (!isByteUnit(from) || !isByteUnit(to)) throw new TypeError(`No conversion from ${from} to ${to}`);
  return (quantity * mebibytes[from]) / mebibytes[to];
}

function isByteUnit(unit: string): unit is ByteUnit {
  return Object.hasOwn(mebibytes, unit);
}
