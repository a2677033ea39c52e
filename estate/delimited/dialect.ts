import { parse } from "csv-parse/sync";
import { decimalSignOf, type DecimalSign } from "../cell-text";
import { csvOptions } from "./csv-options";

/** How a delimited text is written, told from its start. */
export interface Dialect {
  readonly separator: "," | ";" | "\t" | "|";
  /** Lines before the header that are none of the table: `#TYPE …` of PowerShell, `sep=;` of spreadsheet programs. */
  readonly leadingLines: number;
  readonly header: readonly string[];
  readonly decimalSign: DecimalSign;
}

const separators = [",", ";", "\t", "|"] as const;

/** Line that PowerShell writes without `-NoTypeInformation`. */
const typeLine = /^#TYPE\b/i;
const separatorLine = /^sep=(.)$/i;

/**
 * The dialect of a text whose first line is a header of two columns or more; undefined for other text.
 *
 * @param whole the text is the whole file, not only its start
 */
export function sniffDialect(text: string, whole: boolean): Dialect | undefined {
  let rest = text;
  let leadingLines = 0;
  let named: Dialect["separator"] | undefined;
  for (;;) {
    const end = rest.search(/\r?\n/);
    const line = end < 0 ? rest : rest.slice(0, end);
    const separator = separatorLine.exec(line)?.[1];
    if (line.trim() !== "" && !typeLine.test(line) && separator === undefined) break;
    if (end < 0) return undefined;
    named = separators.find((one) => one === separator) ?? named;
    rest = rest.slice(end).replace(/^\r?\n/, "");
    leadingLines += 1;
  }
  const separator = named ?? mostFrequent(rest);
  if (separator === undefined) return undefined;
  const rows = sampleRows(rest, separator, whole);
  const header = rows[0];
  if (header === undefined || header.length < 2 || header.every((cell) => cell.trim() === "")) {
    return undefined;
  }
  return { separator, leadingLines, header, decimalSign: decimalSign(rows.slice(1), separator) };
}

/** The separator that the first line has most of, outside quotes. */
function mostFrequent(text: string): Dialect["separator"] | undefined {
  const counts = new Map<string, number>();
  let quotes = false;
  for (const character of text) {
    if (character === '"') quotes = !quotes;
    else if (!quotes && (character === "\n" || character === "\r")) break;
    else if (!quotes) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const count = (separator: string): number => counts.get(separator) ?? 0;
  const [best] = separators.toSorted((a, b) => count(b) - count(a));
  return best === undefined || count(best) === 0 ? undefined : best;
}

/** Rows of the text's start; what cannot be read as rows is told when the table is read in full. */
function sampleRows(
  text: string,
  separator: Dialect["separator"],
  whole: boolean,
): readonly (readonly string[])[] {
  // Where the text goes on, its last line is perhaps cut.
  const lastLine = whole ? text.length : text.lastIndexOf("\n");
  const sample = lastLine <= 0 ? text : text.slice(0, lastLine);
  const rows = (limit?: number): string[][] =>
    parse(sample, { ...csvOptions(separator), ...(limit === undefined ? {} : { to: limit }) });
  try {
    return rows();
  } catch {
    try {
      return rows(1);
    } catch {
      return [];
    }
  }
}

/**
 * Comma and tab separate where programs write points, unless a cell says otherwise. A semicolon is chosen
 * where fractions have a comma, yet it does not prove it: PowerShell lets everybody choose.
 */
function decimalSign(rows: readonly (readonly string[])[], separator: Dialect["separator"]): DecimalSign {
  const signs = new Set(rows.flatMap((row) => row.map(decimalSignOf)));
  if (signs.has("comma")) return signs.has("point") ? "unclear" : "comma";
  return separator === "," || separator === "|" ? "point" : "unclear";
}
