import type { EstateMachine } from "./document";
import { MachinesByName } from "./readers/machines-by-name";

/** Positions of machines by what identifies them. */
export class MachineIndex {
  readonly #byId = new Map<string, number[]>();
  readonly #byUuid = new Map<string, number[]>();
  readonly #byName = new MachinesByName<number>();

  constructor(machines: readonly EstateMachine[]) {
    machines.forEach(({ id, biosId, name }, index) => {
      if (id !== undefined) remember(this.#byId, id.toLowerCase(), index);
      if (biosId !== undefined) remember(this.#byUuid, biosId.toLowerCase(), index);
      this.#byName.add(name, index);
    });
  }

  identified(id: string | undefined): readonly number[] {
    return (id === undefined ? undefined : this.#byId.get(id.toLowerCase())) ?? [];
  }

  withUuid(uuid: string | undefined): readonly number[] {
    return (uuid === undefined ? undefined : this.#byUuid.get(uuid.toLowerCase())) ?? [];
  }

  named(name: string): readonly number[] {
    return this.#byName.find(name);
  }
}

function remember(map: Map<string, number[]>, key: string, index: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [index]);
  else known.push(index);
}

/** Ids that no two machines anywhere have: resource ids and GUIDs. `vm-12` is one of a single vCenter. */
const uniqueId = /^\/subscriptions\/|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;

/** Position of the machine that is the same one in the first inventory. */
export function counterpart(
  machine: EstateMachine,
  machines: readonly EstateMachine[],
  known: MachineIndex,
  own: MachineIndex,
): number | undefined {
  const { id, biosId, name } = machine;
  const sameId = known.identified(id);
  if (sameId.length === 1 && uniqueId.test(id ?? "")) return sameId[0];
  const sameUuid = known.withUuid(biosId);
  if (sameUuid.length === 1 && own.withUuid(biosId).length === 1) return sameUuid[0];
  const named = known.named(name);
  const both = sameId.filter((index) => named.includes(index));
  if (both.length === 1) return both[0];
  const [only] = named;
  if (named.length !== 1 || only === undefined || own.named(name).length !== 1) return undefined;
  const candidate = machines[only];
  // Two different ids of one kind: two machines, however they are called.
  return contradicts(id, candidate?.id) || contradicts(biosId, candidate?.biosId) ? undefined : only;
}

/** Different programs give different ids: `vm-12` says nothing against a resource id. */
function contradicts(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return uniqueId.test(one) === uniqueId.test(other) && one.toLowerCase() !== other.toLowerCase();
}
