import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import type { EstateDocument } from "../../../estate/document";
import type { Plan } from "../../../estate/plan";
import { strongComponents } from "../../../estate/planning/strong-components";
import { parseLandingZone } from "../../../landing-zone/read";
import { writeLandingZone } from "../../../landing-zone/write";
import { estate, machine, planOf } from "./estates";

const connected = (
  names: readonly string[],
  ...edges: readonly (readonly [string, string])[]
): EstateDocument =>
  estate(
    names.map((name) => machine(name)),
    { dependencies: edges.map(([source, target]) => ({ source, target })) },
  );
const byDependencies = { waveBy: "dependencies" } as const;

const wavesOf = (plan: Plan): readonly (readonly string[])[] =>
  plan.waves.map(({ wave }) =>
    plan.machines.filter((each) => each.wave === wave).map(({ name, bootGroup }) => `${name}:${bootGroup}`),
  );

describe("strong components", () => {
  const reachable = (targets: readonly (readonly number[])[], from: number): ReadonlySet<number> => {
    const seen = new Set([from]);
    for (const node of seen) for (const target of targets[node] ?? []) seen.add(target);
    return seen;
  };
  const graphs = fc.integer({ min: 1, max: 12 }).chain((size) =>
    fc.array(fc.array(fc.integer({ min: 0, max: size - 1 }), { maxLength: 3 }), {
      minLength: size,
      maxLength: size,
    }),
  );

  test.prop([graphs])("are those that reach each other, after all that they lead to", (targets) => {
    const components = strongComponents(targets);
    expect(components.flat().sort((a, b) => a - b)).toEqual(targets.map((_, index) => index));
    const place = new Map(components.flatMap((members, index) => members.map((member) => [member, index])));
    const reach = targets.map((_, index) => reachable(targets, index));
    for (const [a, fromA] of reach.entries()) {
      for (const [b, fromB] of reach.entries()) {
        expect(place.get(a) === place.get(b)).toBe(fromA.has(b) && fromB.has(a));
        if (fromA.has(b)) expect(place.get(b)).toBeLessThanOrEqual(place.get(a) ?? 0);
      }
    }
  });

  it("take long chains", () => {
    const chain = Array.from({ length: 50_000 }, (_, index) => (index === 0 ? [] : [index - 1]));
    expect(strongComponents(chain)).toHaveLength(50_000);
  });
});

describe("waves by dependencies", () => {
  it("start what others need first", () => {
    const document = connected(["web", "app", "db", "lone"], ["web", "app"], ["app", "db"]);
    expect(wavesOf(planOf(document, byDependencies))).toEqual([["db:1", "app:2", "web:3", "lone:1"]]);
  });

  it("keep an application together, and cut one that is too large behind what it needs", () => {
    const document = connected(["a1", "a2", "b1", "b2", "b3"], ["a1", "a2"], ["b1", "b2"], ["b2", "b3"]);
    const plan = planOf(document, { ...byDependencies, machinesPerWave: 2 });
    expect(wavesOf(plan)).toEqual([["a2:1", "a1:2"], ["b3:1", "b2:2"], ["b1:1"]]);
    expect(plan.waves.map(({ applications }) => applications.map(({ name }) => name))).toEqual([
      ["a1"],
      ["b1"],
      ["b1"],
    ]);
  });

  it("keep a circle in one wave, even where its application is cut", () => {
    const document = connected(
      ["x", "c1", "c2", "c3"],
      ["c1", "c2"],
      ["c2", "c3"],
      ["c3", "c1"],
      ["x", "c1"],
    );
    expect(wavesOf(planOf(document, { ...byDependencies, machinesPerWave: 3 }))).toEqual([
      ["c1:1", "c2:1", "c3:1"],
      ["x:1"],
    ]);
  });

  it("keep to the documented number of groups", () => {
    const names = Array.from({ length: 10 }, (_, index) => `m${index}`);
    const edges = names.slice(1).map((name, index) => [name, `m${index}`] as const);
    const plan = planOf(connected(names, ...edges), byDependencies);
    expect(plan.waves[0]?.bootGroups).toBe(7);
    expect(plan.assumptions).toContainEqual(expect.stringContaining("at most 7 groups in a recovery plan"));
    expect(planOf(connected(names, ...edges), byDependencies, "2016-12").waves[0]?.bootGroups).toBe(1);
  });

  it("need dependencies", () => {
    expect(() => planOf(estate([machine("a")]), byDependencies)).toThrow("no inventory has one");
  });

  const names = Array.from({ length: 24 }, (_, index) => `m${index.toString().padStart(2, "0")}`);
  const name = fc.constantFrom(...names);
  const anyEstate = fc.record({
    edges: fc.array(fc.tuple(name, name), { minLength: 1, maxLength: 40 }),
    groups: fc.dictionary(name, fc.constantFrom("g", "h"), { maxKeys: 6 }),
    cap: fc.integer({ min: 1, max: 12 }),
    order: fc.shuffledSubarray(names, { minLength: names.length }),
  });

  test.prop([anyEstate], { numRuns: 60 })(
    "lose nobody, hold the cap, keep groups whole, keep the order",
    (any) => {
      const { edges, groups, cap, order } = any;
      const documentOf = (sorted: readonly string[]): EstateDocument =>
        estate(
          sorted.map((each) => machine(each, { multiVmGroup: groups[each] ?? null })),
          { dependencies: edges.map(([source, target]) => ({ source, target })) },
        );
      const plan = planOf(documentOf(names), { ...byDependencies, machinesPerWave: cap });
      const placed = [...plan.machines, ...plan.leftOut].map((each) => each.name);
      expect([...placed].sort()).toEqual(names);
      const wave = new Map(plan.machines.map((each) => [each.name, each.wave]));
      for (const { machines } of plan.waves) expect(machines).toBeLessThanOrEqual(cap);
      for (const members of Map.groupBy(
        plan.machines,
        ({ multiVmGroup }) => multiVmGroup ?? Symbol(),
      ).values()) {
        expect(new Set(members.map((each) => each.wave)).size).toBe(1);
      }
      for (const each of plan.waves) expect(each.neededEarlier).toEqual([]);
      // Nobody comes before what it needs, save within a circle.
      const reach = (from: string): Set<string> => {
        const seen = new Set([from]);
        for (const node of seen) {
          const same = names.filter((other) => groups[node] !== undefined && groups[other] === groups[node]);
          for (const other of same) seen.add(other);
          for (const [source, target] of edges) if (source === node) seen.add(target);
        }
        return seen;
      };
      for (const [source, target] of edges) {
        const [first, second] = [wave.get(target), wave.get(source)];
        if (first === undefined || second === undefined || reach(target).has(source)) continue;
        expect(first).toBeLessThanOrEqual(second);
      }
      expect(planOf(documentOf(order), { ...byDependencies, machinesPerWave: cap })).toEqual(plan);
      for (const zone of plan.landingZones)
        expect(parseLandingZone(writeLandingZone(zone, ""))).toEqual(zone);
    },
  );
});

describe("waves by tag", () => {
  const tagged = (name: string, wave?: string) =>
    machine(name, wave === undefined ? {} : { tags: { Wave: wave } });
  const document = estate([
    tagged("c", "10"),
    tagged("a", "2"),
    tagged("b", "2"),
    tagged("d"),
    tagged("e", " 10 "),
  ]);

  it("have a value each, in the order people count, and those without come last", () => {
    const plan = planOf(document, { waveBy: "tag:wave" });
    expect(wavesOf(plan)).toEqual([["a:1", "b:1"], ["c:1", "e:1"], ["d:1"]]);
    expect(plan.assumptions).toContainEqual(expect.stringContaining("1 of 5 machines have no tag wave"));
  });

  it("stay where they were when a machine comes", () => {
    const previous = planOf(document, { waveBy: "tag:wave" }).landingZones;
    const more = estate([tagged("0", "1"), ...document.machines]);
    const waves = wavesOf(planOf(more, { waveBy: "tag:wave", previous }));
    expect(waves).toEqual([["a:1", "b:1"], ["c:1", "e:1"], ["d:1"], ["0:1"]]);
  });

  it("need a tag that somebody has", () => {
    expect(() => planOf(document, { waveBy: "tag:owner" })).toThrow('Use one of "Wave"');
    expect(() => planOf(estate([machine("a")]), { waveBy: "tag:owner" })).toThrow("estate document");
  });
});
