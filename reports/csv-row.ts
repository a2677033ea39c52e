/**
 * A spreadsheet runs a cell that starts with one of these as a formula, and names of machines are anybody's: an
 * apostrophe makes it text again.
 */
const formulaStart = /^[\s\u0000]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A row of quoted cells with the line end of RFC 4180. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(quotedCell).join(",")}\r\n`;
}

function quotedCell(value: string): string {
  const text = formulaStart.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
}
