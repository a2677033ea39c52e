import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { allocate } from "../../../estate/planning/allocation";

const units = fc.array(
  fc.record({
    members: fc.array(fc.record({ size: fc.integer({ min: 0, max: 12 }) }), { minLength: 1, maxLength: 4 }),
    application: fc.constantFrom("a", "b", "c"),
    earlier: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
  }),
  { maxLength: 60 },
);
const cap = fc.integer({ min: 1, max: 30 });

describe("an allocation", () => {
  test.prop([units, cap, cap])("loses nobody, takes nobody twice, exceeds no cap", (all, most, count) => {
    const { bins, tooLarge } = allocate(
      all,
      [
        { cap: most, sizeOf: ({ size }) => size },
        { cap: count, sizeOf: () => 1 },
      ],
      {
        togetherBy: (unit) => [(unit as (typeof all)[number]).application],
        earlierBin: (unit) => (unit as (typeof all)[number]).earlier,
      },
    );
    const placed = [...bins.flat(), ...tooLarge];
    expect(placed).toHaveLength(all.length);
    expect(new Set(placed)).toEqual(new Set(all));
    for (const bin of bins) {
      const members = bin.flatMap((unit) => unit.members);
      expect(members.length).toBeLessThanOrEqual(count);
      expect(members.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(most);
    }
    for (const { members } of tooLarge) {
      const size = members.reduce((sum, member) => sum + member.size, 0);
      expect(size > most || members.length > count).toBe(true);
    }
  });

  test.prop([units, cap])("keeps together what fits together", (all, count) => {
    const { bins } = allocate(all, [{ cap: count, sizeOf: () => 1 }], {
      togetherBy: (unit) => [(unit as (typeof all)[number]).application],
    });
    for (const [application, group] of Map.groupBy(all, (unit) => unit.application)) {
      const size = group.reduce((sum, { members }) => sum + members.length, 0);
      if (size > count) continue;
      const holding = bins.filter((bin) =>
        bin.some((unit) => (unit as (typeof all)[number]).application === application),
      );
      expect(holding).toHaveLength(1);
    }
  });

  test.prop([units, cap])("keeps apart what shall be apart", (all, count) => {
    const applicationOf = (unit: object): string => (unit as (typeof all)[number]).application;
    const { bins, tooLarge } = allocate(all, [{ cap: count, sizeOf: () => 1 }], {
      apartBy: applicationOf,
      togetherBy: (unit) => [applicationOf(unit)],
      earlierBin: (unit) => (unit as (typeof all)[number]).earlier,
    });
    expect(new Set([...bins.flat(), ...tooLarge])).toEqual(new Set(all));
    for (const bin of bins) expect(new Set(bin.map(applicationOf)).size).toBeLessThanOrEqual(1);
  });

  test.prop([units, cap])("puts nothing before what it comes after", (all, count) => {
    const needs = new Map(
      all.map((unit, index) => [unit as object, index % 3 === 0 ? [] : all.slice(0, index)]),
    );
    const { bins } = allocate(all, [{ cap: count, sizeOf: () => 1 }], {
      after: (unit) => needs.get(unit) ?? [],
    });
    bins.forEach((bin, index) => {
      for (const unit of bin) {
        for (const other of needs.get(unit) ?? []) {
          const place = bins.findIndex((each) => each.includes(other));
          if (place !== -1) expect(place).toBeLessThanOrEqual(index);
        }
      }
    });
  });

  test.prop([units, cap])("leaves units where an earlier one with the same cap had them", (all, count) => {
    const capacities = [{ cap: count, sizeOf: () => 1 }];
    const first = allocate(all, capacities);
    const again = allocate([...all].reverse(), capacities, {
      earlierBin: (unit) => {
        const index = first.bins.findIndex((bin) => bin.includes(unit));
        return index === -1 ? undefined : index;
      },
    });
    expect(again.bins.map((bin) => new Set(bin))).toEqual(first.bins.map((bin) => new Set(bin)));
  });
});
