import { readEstate, type ReadOptions } from "../../../estate/read";

/** An estate with its notes as texts. */
export async function readNoted(files: readonly string[], options: ReadOptions = {}) {
  const { document, notes } = await readEstate(files, options);
  return { document, machines: document.machines, messages: notes.map(({ message }) => message) };
}
