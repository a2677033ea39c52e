/** Something that costs money by the hour or the month. */
export type PricedItem =
  | { readonly kind: "vm"; readonly name: string; readonly windows: boolean }
  /** A managed disk of a tier such as `P10`. */
  | { readonly kind: "disk"; readonly tier: string }
  /** The licence of one protected machine. */
  | { readonly kind: "site-recovery" };

/** Unit in which each kind is priced. */
export const pricedPer = { vm: "hour", disk: "month", "site-recovery": "month" } as const;

/** Prices that a user gave: of virtual machines by the hour, of disks and licences by the month. */
export class PriceList {
  readonly #prices = new Map<string, Set<number>>();

  constructor(
    readonly file: string,
    readonly currency: string,
    rows: Iterable<{ readonly item: PricedItem; readonly price: number }>,
  ) {
    for (const { item, price } of rows) {
      const known = this.#prices.get(keyOf(item));
      if (known === undefined) this.#prices.set(keyOf(item), new Set([price]));
      else known.add(price);
    }
  }

  get isEmpty(): boolean {
    return this.#prices.size === 0;
  }

  /** Undefined where the file names none, or several that differ. */
  of(item: PricedItem): number | undefined {
    const [price, ...others] = this.#prices.get(keyOf(item)) ?? [];
    return others.length === 0 ? price : undefined;
  }

  /** Why there is no price. */
  lackOf(item: PricedItem): string {
    const count = this.#prices.get(keyOf(item))?.size ?? 0;
    return `price of ${itemText(item)} in ${this.file}${count > 1 ? ` (it has ${count} different ones)` : ""}`;
  }
}

export function itemText(item: PricedItem): string {
  switch (item.kind) {
    case "vm":
      return `${item.name}${item.windows ? " with Windows" : ""}`;
    case "disk":
      return `disk ${item.tier}`;
    case "site-recovery":
      return "Site Recovery licence";
  }
}

function keyOf(item: PricedItem): string {
  return itemText(item).toLowerCase();
}
