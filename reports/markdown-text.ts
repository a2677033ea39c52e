import { printable } from "./printable-text";

/** Text as text in Markdown, also inside a table: no markup, no HTML, no mention, no second line. */
export function markdownText(text: string): string {
  return (
    printable(text)
      .replace(/[\\`*_{}[\]#|~]/g, "\\$&")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      // A zero-width joiner keeps `@name` from notifying somebody.
      .replaceAll("@", "@\u200D")
  );
}

/** A row of a table from cells that are Markdown already. */
export function markdownRow(cells: readonly (string | number)[]): string {
  return `| ${cells.join(" | ")} |\n`;
}
