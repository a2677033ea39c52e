import type { VaultCheck } from "../../../operations/check/vault-check";
import { html, type Markup } from "../../assessment/html/markup";
import { counted } from "../../../limits/counted";
import { printable } from "../../printable-text";

/** Differences to what was planned or deployed; the service's own changes are told apart. */
export function driftSections({ drift }: VaultCheck): Markup | undefined {
  if (drift === undefined) return undefined;
  return html` <section id="drift" aria-labelledby="drift-heading">
    <h2 id="drift-heading">Drift</h2>
    ${drift.map(
      ({ against, compared, entries, undecided }) => html`
        <h3>Against ${printable(against)}</h3>
        <p>${counted(compared, "thing")} compared.</p>
        ${
          entries.length === 0
            ? html`<p>No difference.</p>`
            : html`<table class="examples">
                <thead>
                  <tr>
                    <th scope="col">What</th>
                    <th scope="col">Property</th>
                    <th scope="col">Planned</th>
                    <th scope="col">Actual</th>
                    <th scope="col">Kind</th>
                  </tr>
                </thead>
                <tbody>
                  ${entries.map(
                    (entry) =>
                      html`<tr>
                        <td>${printable(`${entry.what} ${entry.name}`)}</td>
                        <td>${printable(entry.property ?? "")}</td>
                        <td>${printable(entry.planned ?? "")}</td>
                        <td>${printable(entry.actual ?? "")}</td>
                        <td>
                          ${entry.kind}${entry.reason === undefined ? "" : printable(`: ${entry.reason}`)}
                        </td>
                      </tr>`,
                  )}
                </tbody>
              </table>`
        }
        ${undecided.map((text) => html`<p>Not compared: ${printable(text)}</p>`)}
      `,
    )}
  </section>`;
}
