/**
 * A spreadsheet runs a cell that starts with one of these as a formula, and names of machines are anybody's: an
 * apostrophe makes it text again.
 */
const formulaStart = /^[\s\u0000]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * What moves the cursor of a terminal that shows the file, or makes a name read as another one. Line ends and tabs are
 * ordinary in a quoted cell.
 */
const unprintable = /(?!\r\n|[\t\n])[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** A row of quoted cells with the line end of RFC 4180. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(quotedCell).join(",")}\r\n`;
}

function quotedCell(value: string): string {
  const shown = value.replace(unprintable, "\uFFFD");
  const text = formulaStart.test(value) ? `'${shown}` : shown;
  return `"${text.replaceAll('"', '""')}"`;
}
