import { readEstate, type ReadOptions } from "../../../estate/read";

/** An estate with its notes as texts. Machines come without their origin, which has a test of its own. */
export async function readNoted(files: readonly string[], options: ReadOptions = {}) {
  const { document, notes } = await readEstate(files, options);
  const machines = document.machines.map(({ origin: _origin, ...machine }) => machine);
  return { document: { ...document, machines }, machines, messages: notes.map(({ message }) => message) };
}
