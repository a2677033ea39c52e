import { html, type Markup } from "./markup";

/** A horizontal bar; the number stands beside it in text, so it says nothing of its own to a screen reader. */
export function bar(value: number, largest: number, tone: string): Markup {
  const width = largest === 0 ? 0 : (value / largest) * 100;
  return html`<svg class="bar" aria-hidden="true" focusable="false">
    <rect class="${tone}" width="${percent(width)}%" height="100%" rx="2" />
  </svg>`;
}

/** Parts of a whole in one bar, in the given order. */
export function stackedBar(parts: readonly { readonly value: number; readonly tone: string }[]): Markup {
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  let before = 0;
  const rects = parts
    .filter(({ value }) => value > 0)
    .map(({ value, tone }) => {
      const x = (before / total) * 100;
      before += value;
      return html`<rect
        class="${tone}"
        x="${percent(x)}%"
        width="${percent((value / total) * 100)}%"
        height="100%"
      />`;
    });
  return html`<svg class="stack" aria-hidden="true" focusable="false">${rects}</svg>`;
}

function percent(value: number): number {
  return Math.round(value * 100) / 100;
}
