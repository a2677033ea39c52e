import type { Options } from "csv-parse";

/** Characters of one row; a machine with all columns needs a few thousand. */
export const longestRow = 4 * 1024 * 1024;

/** How delimited text is parsed: every cell as it stands, rows of any length. */
export function csvOptions(separator: string): Options {
  return {
    delimiter: separator,
    relax_column_count: true,
    // A quote within an unquoted cell stands for itself.
    relax_quotes: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    max_record_size: longestRow,
  };
}
