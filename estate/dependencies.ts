import type { EstateDocument } from "./document";
import { MachinesByName } from "./readers/machines-by-name";

/** Which machines talk to each other, by their position in the document. */
export interface DependencyGraph {
  /** For every machine those that it connects to, and so depends on, in ascending order. */
  readonly targets: readonly (readonly number[])[];
  /** For every machine the others that it talks to, in either direction, in ascending order. */
  readonly neighbours: readonly (readonly number[])[];
  /** Names in dependencies that are no machine of the document, or of several. */
  readonly unresolved: readonly string[];
}

/** The dependencies of an estate between its machines. Names compare without case, and without a domain where only that differs. */
export function dependencyGraph({ machines, dependencies = [] }: EstateDocument): DependencyGraph {
  const byName = new MachinesByName<number>();
  const byHostName = new MachinesByName<number>();
  machines.forEach(({ name, hostName }, index) => {
    byName.add(name, index);
    byHostName.add(withoutDomain(hostName ?? name), index);
  });
  const unresolved = new Set<string>();
  const find = (name: string): number | undefined => {
    const exact = byName.find(name);
    const found = exact.length > 0 ? exact : byHostName.find(withoutDomain(name));
    if (found.length !== 1) unresolved.add(name);
    return found.length === 1 ? found[0] : undefined;
  };
  const targets = machines.map(() => new Set<number>());
  const neighbours = machines.map(() => new Set<number>());
  for (const { source, target } of dependencies) {
    const [from, to] = [find(source), find(target)];
    if (from === undefined || to === undefined || from === to) continue;
    targets[from]?.add(to);
    neighbours[from]?.add(to);
    neighbours[to]?.add(from);
  }
  const sorted = (sets: readonly ReadonlySet<number>[]): DependencyGraph["targets"] =>
    sets.map((set) => [...set].sort((a, b) => a - b));
  return {
    targets: sorted(targets),
    neighbours: sorted(neighbours),
    unresolved: [...unresolved],
  };
}

/** `web01` of `web01.example.com`; an address stays whole. */
function withoutDomain(name: string): string {
  return /^[\d.]+$/.test(name) ? name : name.replace(/\..*$/, "");
}
