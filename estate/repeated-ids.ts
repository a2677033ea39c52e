import { quoted } from "../landing-zone/input-error";
import type { EstateDocument } from "./document";
import type { NoteCollector } from "./reading-note";

/**
 * Notes machines of one inventory that have one id. All of them are judged: whether one machine is listed twice,
 * or two sources number alike, only its owner can tell.
 */
export function noteRepeatedIds({ machines }: EstateDocument, notes: NoteCollector): void {
  const byId = new Map<string, string>();
  for (const { id, name } of machines) {
    if (id === undefined) continue;
    const key = id.toLowerCase();
    const first = byId.get(key);
    if (first === undefined) {
      byId.set(key, name);
      continue;
    }
    notes.warning(
      `The machines ${quoted(first)} and ${quoted(name)} have one id, ${quoted(id)}: they are judged and counted as two. Remove one, or give each an id of its own.`,
      {},
      "one id, several machines",
    );
  }
}
