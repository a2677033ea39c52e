import { rounded, type Figure } from "./figure";
import type { PlacedMachine } from "./placed-machines";
import type { PlanningOptions } from "./planning-options";
import { itemText, pricedPer, type PricedItem, type PriceList } from "./price-list";

/** What a plan costs, by prices that the user gave. */
export interface CostPlan {
  readonly currency: string;
  readonly source: string;
  readonly items: readonly CostItem[];
  /** A month of replication. */
  readonly replicationPerMonth: Figure;
  /** A year of drills. */
  readonly drillsPerYear: Figure;
  /** Both together. */
  readonly perYear: Figure;
}

export interface CostItem {
  readonly item: string;
  /** `replication`: all the time; `drill`: while machines run in Azure for a test failover. */
  readonly state: "replication" | "drill";
  readonly quantity: number;
  /** Of one, by the hour for machines and by the month for the rest; `null` is not in the file. */
  readonly price: number | null;
  readonly per: "hour" | "month";
  /** A month of replication, or a year of drills. */
  readonly cost: Figure;
}

const hoursPerDay = 24;
const monthsPerYear = 12;
const daysPerYear = 365;

/** Costs of replication and drills; undefined without prices. */
export function planCosts(
  placed: readonly PlacedMachine[],
  prices: PriceList | undefined,
  options: PlanningOptions,
): CostPlan | undefined {
  if (prices === undefined || placed.length === 0) return undefined;
  const counting = new Counting(prices, options);
  const { items, undecided } = counting.itemsOf(placed);
  const total = (
    state: CostItem["state"] | undefined,
    formula: string,
    valueOf: (item: CostItem) => number | null,
  ): Figure => {
    const counted = items.filter((item) => state === undefined || item.state === state);
    const withoutPrice = new Set(counted.flatMap(({ item, price }) => (price === null ? [item] : [])));
    const lacks = [
      ...new Set([
        ...(withoutPrice.size === 0 ? [] : [`price of ${[...withoutPrice].join(", ")} in ${prices.file}`]),
        ...undecided.filter((each) => state === undefined || each.state === state).map(({ text }) => text),
      ]),
    ];
    return {
      value: rounded(counted.reduce((sum, item) => sum + (valueOf(item) ?? 0), 0)),
      unit: prices.currency,
      formula: lacks.length === 0 ? formula : `at least: ${formula}, without what is not known`,
      source: prices.file,
      ...(lacks.length === 0 ? {} : { lacks }),
    };
  };
  return {
    currency: prices.currency,
    source: prices.file,
    items,
    replicationPerMonth: total("replication", "sum of disks and licences", ({ cost }) => cost.value),
    drillsPerYear: total("drill", "sum of machines and disks in drills", ({ cost }) => cost.value),
    perYear: total(
      undefined,
      `${monthsPerYear} months of replication + a year of drills`,
      ({ state, cost }) =>
        cost.value === null ? null : state === "replication" ? cost.value * monthsPerYear : cost.value,
    ),
  };
}

class Counting {
  constructor(
    readonly prices: PriceList,
    readonly options: PlanningOptions,
  ) {}

  itemsOf(placed: readonly PlacedMachine[]): {
    readonly items: readonly CostItem[];
    readonly undecided: readonly { readonly state: CostItem["state"]; readonly text: string }[];
  } {
    const disks = new Map<string, number>();
    const sizes = new Map<string, { readonly item: PricedItem; quantity: number }>();
    let disksWithoutTier = 0;
    let machinesWithoutSize = 0;
    for (const { disks: targets, vmSize, planned } of placed) {
      for (const { target } of targets) {
        if (target === undefined) continue;
        if (target.tier === undefined) disksWithoutTier += 1;
        else disks.set(target.tier, (disks.get(target.tier) ?? 0) + 1);
      }
      const family = planned.machine.os?.family;
      if (vmSize === undefined || vmSize.name === null || family === undefined) machinesWithoutSize += 1;
      else {
        const item = { kind: "vm", name: vmSize.name, windows: family === "windows" } as const;
        const known = sizes.get(itemText(item)) ?? { item, quantity: 0 };
        sizes.set(itemText(item), known);
        known.quantity += 1;
      }
    }
    const tiers = [...disks].sort(([a], [b]) => (a < b ? -1 : 1));
    const machines = [...sizes].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      items: [
        ...tiers.map(([tier, quantity]) => this.#replication({ kind: "disk", tier }, quantity)),
        this.#replication({ kind: "site-recovery" }, placed.length),
        ...machines.map(([, { item, quantity }]) => this.#drill(item, quantity)),
        ...tiers.map(([tier, quantity]) => this.#drill({ kind: "disk", tier }, quantity)),
      ],
      undecided: [
        ...(disksWithoutTier === 0
          ? []
          : (["replication", "drill"] as const).map((state) => ({
              state,
              text: `tier of ${disksWithoutTier} disks`,
            }))),
        ...(machinesWithoutSize === 0
          ? []
          : [
              {
                state: "drill" as const,
                text: `size or operating system of ${machinesWithoutSize} machines (--vm-sizes)`,
              },
            ]),
      ],
    };
  }

  #replication(item: PricedItem, quantity: number): CostItem {
    return this.#item(item, "replication", quantity, 1, `× ${this.#priceText(item)} a month`);
  }

  #drill(item: PricedItem, quantity: number): CostItem {
    const { drillsPerYear, daysPerDrill } = this.options;
    const days = drillsPerYear * daysPerDrill;
    const drills = `${drillsPerYear} drills of ${daysPerDrill} days`;
    return pricedPer[item.kind] === "hour"
      ? this.#item(
          item,
          "drill",
          quantity,
          days * hoursPerDay,
          `× ${this.#priceText(item)} an hour × ${hoursPerDay} hours × ${drills}`,
        )
      : this.#item(
          item,
          "drill",
          quantity,
          (days * monthsPerYear) / daysPerYear,
          `× ${this.#priceText(item)} a month × ${drills} × ${monthsPerYear} / ${daysPerYear}`,
        );
  }

  #item(item: PricedItem, state: CostItem["state"], quantity: number, times: number, how: string): CostItem {
    const price = this.prices.of(item);
    return {
      item: itemText(item),
      state,
      quantity,
      price: price ?? null,
      per: pricedPer[item.kind],
      cost: {
        value: price === undefined ? null : rounded(quantity * price * times),
        unit: this.prices.currency,
        formula: `${quantity} ${how}`,
        source: this.prices.file,
        ...(price === undefined ? { lacks: [this.prices.lackOf(item)] } : {}),
      },
    };
  }

  #priceText(item: PricedItem): string {
    const price = this.prices.of(item);
    return price === undefined ? "its price" : `${price} ${this.prices.currency}`;
  }
}
