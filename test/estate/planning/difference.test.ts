import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { differenceOf, isSame } from "../../../estate/planning/difference";
import { anyMachines, estate, machine, planOf, shuffled } from "./estates";

const options = { machinesPerVault: 40, machinesPerWave: 10 };

describe("a plan on a changed inventory", () => {
  test.prop([anyMachines, fc.infiniteStream(fc.nat())], { numRuns: 25 })(
    "is the same where nothing changed, whatever the order",
    (machines, random) => {
      const before = planOf(estate(machines), options).landingZones;
      const after = planOf(estate(shuffled(machines, random)), { ...options, previous: before }).landingZones;
      expect(differenceOf(before, after)).toEqual({ added: [], removed: [], changed: [], zones: [] });
      expect(after).toEqual(before);
    },
  );

  test.prop([anyMachines, fc.infiniteStream(fc.nat())], { numRuns: 25 })(
    "moves and renames no machine that stays",
    (machines, random) => {
      const part = shuffled(machines, random);
      const some = part
        .slice(0, Math.ceil(part.length / 2))
        .filter(({ multiVmGroup }) => multiVmGroup == null);
      const before = planOf(estate(some), options).landingZones;
      const after = planOf(estate(machines), { ...options, previous: before }).landingZones;
      const difference = differenceOf(before, after);
      expect(difference.removed).toEqual([]);
      for (const { what } of difference.changed) expect(what).not.toContain("landingZone");
      for (const { what } of difference.changed) expect(what).not.toContain("key");
      expect(Object.keys(after[0]?.machines ?? {})).toEqual(
        expect.arrayContaining(Object.keys(before[0]?.machines ?? {})),
      );
    },
  );

  it("tells what was added, removed and changed", () => {
    const before = planOf(estate([machine("a"), machine("b"), machine("c")])).landingZones;
    const larger = machine("b", { disks: [{ name: "Hard disk 1", sizeGiB: 300, os: true }] });
    const after = planOf(estate([larger, machine("c"), machine("d")]), { previous: before }).landingZones;
    expect(differenceOf(before, after)).toMatchObject({
      added: [{ name: "d", landingZone: 1 }],
      removed: [{ name: "a", landingZone: 1 }],
      changed: [{ name: "b", what: ["disks"] }],
    });
    expect(isSame(differenceOf(after, after))).toBe(true);
  });

  it("keeps network ranges, and gives a new network another one", () => {
    const nic = (network: string) => [{ network, ipv4: ["10.1.0.4"] }];
    const before = planOf(estate([machine("a", { nics: nic("A") })])).landingZones;
    const many = Array.from({ length: 20 }, (_, index) => machine(`b${index}`, { nics: nic("B") }));
    const after = planOf(estate([machine("a", { nics: nic("A") }), ...many]), {
      previous: before,
    }).landingZones;
    expect(before[0]?.networks?.recovery).toMatchObject({
      subnets: [{ name: "a", addressPrefix: "10.128.0.0/27" }],
    });
    expect(after[0]?.networks?.recovery).toMatchObject({
      subnets: [
        { name: "a", addressPrefix: "10.128.0.0/27" },
        { name: "b", addressPrefix: "10.128.0.64/26" },
      ],
    });
  });
});
