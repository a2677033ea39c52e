import { placeText, type InputPlace } from "../landing-zone/input-error";

/** Something a reader has to say about what it understood, or could not. */
export interface ReadingNote {
  /** `info`: how something was understood; `warning`: something was left out or is doubtful. */
  readonly severity: "info" | "warning";
  /** The whole message, place included, on one line. */
  readonly message: string;
  /** First place it concerns. */
  readonly place: InputPlace;
  /** Number of places it concerns. */
  readonly count: number;
}

/** Rows that a note names one by one. */
const mostRowsNamed = 5;

interface Entry {
  readonly severity: ReadingNote["severity"];
  readonly text: string;
  readonly place: InputPlace;
  readonly rows: number[];
  count: number;
}

/** Collects notes. What concerns many cells of one column is one note that counts them and names the first rows. */
export class NoteCollector {
  readonly #entries = new Map<string, Entry>();

  /** @param kind notes of one kind about one column are counted together; the text where absent */
  info(text: string, place: InputPlace = {}, kind = text): void {
    this.#add("info", text, place, kind);
  }

  /** @param kind see {@link info} */
  warning(text: string, place: InputPlace = {}, kind = text): void {
    this.#add("warning", text, place, kind);
  }

  /** Notes in the order in which they first came up, warnings before the rest. */
  notes(): readonly ReadingNote[] {
    const notes = [...this.#entries.values()].map((entry): ReadingNote => {
      const { severity, text, place, count } = entry;
      return { severity, message: `${placeText(place)} ${text}${alsoText(entry)}`.trim(), place, count };
    });
    return [
      ...notes.filter(({ severity }) => severity === "warning"),
      ...notes.filter(({ severity }) => severity === "info"),
    ];
  }

  #add(severity: ReadingNote["severity"], text: string, place: InputPlace, kind: string): void {
    const key = [severity, kind, place.file, place.sheet, place.column, place.path].join("\n");
    const known = this.#entries.get(key);
    if (known === undefined) {
      this.#entries.set(key, { severity, text, place, rows: [], count: 1 });
    } else {
      known.count += 1;
      if (place.row !== undefined && known.rows.length < mostRowsNamed) known.rows.push(place.row);
    }
  }
}

function alsoText({ rows, count }: Entry): string {
  if (count === 1) return "";
  if (rows.length === 0) return ` (${count - 1} more of this kind)`;
  const more = count - 1 - rows.length;
  return ` (also in row ${rows.join(", ")}${more > 0 ? ` and ${more} more` : ""})`;
}
