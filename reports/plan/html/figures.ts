import type { Figure } from "../../../estate/planning/figure";
import { html, type Content, type Markup } from "../../assessment/html/markup";
import { printable } from "../../printable-text";
import { figureText } from "../figure-text";

/** Rows of figures, each with its formula and source. */
export function figureTable(
  caption: string,
  rows: readonly (readonly [name: string, figure: Figure])[],
): Markup {
  return table(
    caption,
    ["What", "Figure", "Formula", "Source"],
    rows.map(([name, figure]) => [
      name,
      figureText(figure),
      printable(figure.formula),
      printable(figure.source),
    ]),
  );
}

/** A table with a caption; the first cell of a row heads it. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Content[])[],
): Markup {
  return html` <div class="scroll" role="region" aria-label="${caption}" tabindex="0">
    <table class="chart">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${head.map((title) => html`<th scope="col">${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first, ...rest]) =>
            html`<tr>
              <th scope="row">${first}</th>
              ${rest.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
