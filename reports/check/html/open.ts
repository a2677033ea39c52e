import type { VaultCheck } from "../../../operations/check/vault-check";
import { html, type Markup } from "../../assessment/html/markup";
import { printable } from "../../printable-text";

/** What could not be read or decided: it stands before the findings, because it may hide others. */
export function openSection({ unread, undecided }: VaultCheck): Markup | undefined {
  if (unread.length + undecided.length === 0) return undefined;
  return html` <section id="open" aria-labelledby="open-heading">
    <h2 id="open-heading">What could not be read or decided</h2>
    <ul>
      ${unread.map(
        ({ part, action, message }) =>
          html`<li>${printable(part)}: needs <code>${action}</code>. ${printable(message)}</li>`,
      )}
      ${undecided.map(
        ({ ref, rule, subject, missing }) =>
          html`<li>
            <code>${ref}</code> <code>${rule}</code> for ${printable(subject.name)}:
            ${printable(missing.join(", "))}
          </li>`,
      )}
    </ul>
  </section>`;
}
