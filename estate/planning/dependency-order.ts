import { dependencyGraph } from "../dependencies";
import type { EstateDocument } from "../document";
import type { Unit } from "./allocation";
import type { PlannedMachine } from "./planning";
import { strongComponents } from "./strong-components";

/** What dependencies say of a unit. */
export interface UnitDependencies {
  /** Name of what it is connected with, in whatever direction: the first machine's. */
  readonly application: string;
  /** Tells applications apart whose first machines share a name. */
  readonly applicationKey: string;
  /** Units that need each other in a circle have the same one. */
  readonly circle: string;
  /** 0: needs nobody; else one more than the most of those that it needs. */
  readonly depth: number;
  /** Units that it needs, besides those of its own circle. */
  readonly needs: readonly Unit<PlannedMachine>[];
}

/** Who needs whom among the units. Connections of machines that are not planned count for nothing. */
export class DependencyOrder {
  readonly #ofUnit = new Map<Unit<PlannedMachine>, UnitDependencies>();
  readonly #ofMachine = new Map<PlannedMachine, UnitDependencies>();
  /** Names in connections that are no machine of the inventory, or of several. */
  readonly unresolved: readonly string[];
  /** The units, what others need before them; those of an application one after the other. */
  readonly units: readonly Unit<PlannedMachine>[];

  /**
   * @param units sorted, so that their order does not depend on that of the inventory
   * @param positions of the machines in the document
   */
  constructor(
    units: readonly Unit<PlannedMachine>[],
    document: EstateDocument,
    positions: ReadonlyMap<PlannedMachine, number>,
  ) {
    const graph = dependencyGraph(document);
    this.unresolved = graph.unresolved;
    const unitAt = new Map<number, number>();
    units.forEach(({ members }, unit) => {
      for (const member of members) {
        const position = positions.get(member);
        if (position !== undefined) unitAt.set(position, unit);
      }
    });
    const linked = (edges: readonly (readonly number[])[]): readonly (readonly number[])[] =>
      units.map(({ members }, unit) => {
        const others = members
          .flatMap((member) => edges[positions.get(member) ?? -1] ?? [])
          .flatMap((position) => unitAt.get(position) ?? []);
        return [...new Set(others)].filter((other) => other !== unit).sort((a, b) => a - b);
      });
    const targets = linked(graph.targets);
    const applications = components(linked(graph.neighbours));
    const circles = strongComponents(targets);
    const circleOf = new Map(circles.flatMap((circle) => circle.map((unit) => [unit, circle[0] ?? unit])));
    const depths = new Map<number, number>();
    // A circle comes after those that it leads to: their depths are known.
    for (const circle of circles) {
      const own = circle[0] ?? 0;
      const before = circle
        .flatMap((unit) => targets[unit] ?? [])
        .flatMap((target) => (circleOf.get(target) === own ? [] : (depths.get(target) ?? 0) + 1));
      const depth = before.reduce((most, each) => Math.max(most, each), 0);
      for (const unit of circle) depths.set(unit, depth);
    }
    units.forEach((unit, index) => {
      const circle = circleOf.get(index) ?? index;
      const application = applications[index] ?? index;
      const dependencies: UnitDependencies = {
        application: nameOf(units[application]),
        applicationKey: `application ${application}`,
        circle: `circle ${circle}`,
        depth: depths.get(index) ?? 0,
        needs: (targets[index] ?? []).flatMap((target) =>
          circleOf.get(target) === circle ? [] : (units[target] ?? []),
        ),
      };
      this.#ofUnit.set(unit, dependencies);
      for (const member of unit.members) this.#ofMachine.set(member, dependencies);
    });
    const rank = (index: number): readonly number[] => [
      applications[index] ?? 0,
      depths.get(index) ?? 0,
      circleOf.get(index) ?? 0,
      index,
    ];
    this.units = units
      .map((unit, index) => ({ unit, rank: rank(index) }))
      .sort((a, b) => compareRanks(a.rank, b.rank))
      .map(({ unit }) => unit);
  }

  of(unit: Unit<PlannedMachine>): UnitDependencies | undefined {
    return this.#ofUnit.get(unit);
  }

  ofMachine(machine: PlannedMachine): UnitDependencies | undefined {
    return this.#ofMachine.get(machine);
  }
}

function nameOf(unit: Unit<PlannedMachine> | undefined): string {
  return unit?.members[0]?.machine.name ?? "";
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, each) => value !== b[each]);
  return index === -1 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}

/** For every node the first of those that it is connected with. */
function components(neighbours: readonly (readonly number[])[]): readonly number[] {
  const first = new Array<number>(neighbours.length).fill(-1);
  for (let root = 0; root < neighbours.length; root += 1) {
    if (first[root] !== -1) continue;
    const open = [root];
    first[root] = root;
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const other of neighbours[node] ?? []) {
        if (first[other] !== -1) continue;
        first[other] = root;
        open.push(other);
      }
    }
  }
  return first;
}
