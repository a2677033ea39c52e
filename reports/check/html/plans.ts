import type { VaultCheck } from "../../../operations/check/vault-check";
import { html, type Markup } from "../../assessment/html/markup";
import { verdictWords } from "../../assessment/html/verdict-words";
import { counted } from "../../../limits/counted";
import { printable } from "../../printable-text";

/** Recovery plans, and when each was last proven. */
export function plansSection({ recoveryPlans }: VaultCheck): Markup {
  return html` <section id="plans" aria-labelledby="plans-heading">
    <h2 id="plans-heading">Recovery plans and their drills</h2>
    ${
      recoveryPlans.length === 0
        ? html`<p>The vault has no recovery plan.</p>`
        : html`<table class="examples">
            <thead>
              <tr>
                <th scope="col">Plan</th>
                <th scope="col">Verdict</th>
                <th scope="col" class="number">Machines</th>
                <th scope="col">Last drill that ended well</th>
              </tr>
            </thead>
            <tbody>
              ${recoveryPlans.map(
                ({ name, verdict, machines, lastDrill }) =>
                  html`<tr>
                    <td>${printable(name)}</td>
                    <td><span class="badge ${verdict}">${verdictWords[verdict].label}</span></td>
                    <td class="number">${machines}</td>
                    <td>
                      ${
                        lastDrill === null
                          ? "none known"
                          : `${lastDrill.at.slice(0, "yyyy-mm-dd".length)}, ${counted(lastDrill.ageInDays, "day")} ago`
                      }
                    </td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
  </section>`;
}
