import { quoted } from "../landing-zone/input-error";
import type { NoteCollector } from "./reading-note";

/** Notes the facts that two inventories state differently of one thing. */
export function noteDifferences(
  key: string,
  before: object,
  after: object,
  machine: string,
  notes: NoteCollector,
): void {
  for (const [fact, value] of Object.entries(after)) {
    const known = (before as Record<string, unknown>)[fact];
    if (fact !== "name" && known !== undefined && typeof known !== "object" && known !== value) {
      noteDifference(`${key}.${fact}`, machine, notes);
    }
  }
}

export function noteDifference(fact: string, machine: string, notes: NoteCollector): void {
  notes.warning(
    `Two inventories differ in ${fact} of ${quoted(machine)}; the first one counts.`,
    {},
    `differ in ${fact}`,
  );
}
