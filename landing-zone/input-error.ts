/** Where in an input the problem lies. Rows, lines and columns count from 1. */
export interface InputPlace {
  readonly file?: string;
  /** Sheet of a workbook, as spelled there. */
  readonly sheet?: string;
  /** Row of a sheet or of a delimited file. */
  readonly row?: number;
  /** Column of a table, by its header. */
  readonly column?: string;
  /** Position in a text file. */
  readonly position?: { readonly line: number; readonly column: number };
  /** Property path in a document: `machines.db01.policy`. */
  readonly path?: string;
}

/**
 * Input that cannot be used: the user's to mend, never a fault of ours. The message is one line that says
 * where, what and what to do; the command line prints it and exits with code 2.
 */
export class InputError extends Error {
  constructor(
    /** What is wrong, as a full sentence. */
    readonly problem: string,
    /** What the user can do about it, as a full sentence. */
    readonly remedy: string,
    readonly place: InputPlace = {},
    options?: ErrorOptions,
  ) {
    super(oneLine([placeText(place), problem, remedy].filter((part) => part !== "").join(" ")), options);
    this.name = "InputError";
  }
}

/** `estate.yaml:3:7, machines.db01:` or `a.xlsx, sheet "vInfo", row 3, column "Memory":`; empty for no place. */
export function placeText(place: InputPlace): string {
  const file =
    place.file === undefined
      ? ""
      : place.position === undefined
        ? place.file
        : `${place.file}:${place.position.line}:${place.position.column}`;
  const parts = [
    file,
    place.file === undefined && place.position !== undefined
      ? `line ${place.position.line}, column ${place.position.column}`
      : "",
    place.sheet === undefined ? "" : `sheet "${place.sheet}"`,
    place.row === undefined ? "" : `row ${place.row}`,
    place.column === undefined ? "" : `column "${place.column}"`,
    place.path ?? "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `${parts.join(", ")}:`;
}

/** Longest text quoted from an input; more would hide the message around it. */
const longestQuote = 80;

/** A value of the input for use in a message: quoted, shortened, on one line. Inputs can be hostile. */
export function quoted(value: unknown): string {
  const text =
    typeof value === "string" ? value : ((JSON.stringify(value) as string | undefined) ?? String(value));
  return `"${oneLine(text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text)}"`;
}

function oneLine(text: string): string {
  // Control characters could move a terminal's cursor or forge a second line.
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}
