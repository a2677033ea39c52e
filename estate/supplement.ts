import { quoted } from "../landing-zone/input-error";
import type { EstateDocument } from "./document";
import { mergeEstates } from "./merge";
import { MachinesByName } from "./readers/machines-by-name";
import type { NoteCollector } from "./reading-note";

/**
 * Adds facts of tables that describe machines of other inventories: measurements, decisions. Their machines
 * are found by id or name; what cannot be attributed is left out and noted.
 */
export function supplementEstate(
  estate: EstateDocument,
  supplements: readonly EstateDocument[],
  notes: NoteCollector,
): EstateDocument {
  return supplements.reduce((supplemented, { scenario: _scenario, ...supplement }) => {
    const byName = new MachinesByName<true>();
    const ids = new Set(supplemented.machines.flatMap(({ id }) => (id === undefined ? [] : [id])));
    for (const { name } of supplemented.machines) byName.add(name, true);
    const machines = supplement.machines.filter((machine) => {
      if (machine.id !== undefined && ids.has(machine.id)) return true;
      const found = byName.find(machine.name).length;
      if (found === 1) return true;
      notes.warning(
        found === 0
          ? `No inventory has the machine ${quoted(machine.name)}; what else is said of it is left out.`
          : `${found} machines have the name ${quoted(machine.name)}; what else is said of it is left out.`,
        {},
        found === 0 ? "supplement of no machine" : "supplement of several machines",
      );
      return false;
    });
    return mergeEstates(supplemented, [{ ...supplement, machines }], notes);
  }, estate);
}
