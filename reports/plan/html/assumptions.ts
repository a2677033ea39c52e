import type { Plan } from "../../../estate/plan";
import { html, type Markup } from "../../assessment/html/markup";
import { verdictWords } from "../../assessment/html/verdict-words";
import { printable } from "../../printable-text";
import { table } from "./figures";

/** Machines shown; plan.json has all of them. */
const mostMachines = 1000;

/** Machines that no landing zone holds. */
export function leftOutSection({ leftOut }: Plan): Markup {
  return html` <section id="left-out" aria-labelledby="left-out-heading">
    <h2 id="left-out-heading">Left out</h2>
    ${
      leftOut.length === 0
        ? html`<p>None: every machine is planned.</p>`
        : table(
            "Machines that are not planned",
            ["Machine", "Verdict", "Why"],
            leftOut
              .slice(0, mostMachines)
              .map(({ name, verdict, reasons }) => [
                printable(name),
                html`<span class="badge ${verdict}">${verdictWords[verdict].label}</span>`,
                printable(reasons.join(" ")),
              ]),
          )
    }
    ${leftOut.length > mostMachines ? html`<p>… and ${leftOut.length - mostMachines} more in plan.json.</p>` : undefined}
  </section>`;
}

/** Figures that no document states, and what was assumed. */
export function assumptionsSection({ options, assumptions }: Plan): Markup {
  return html` <section id="sources" aria-labelledby="sources-heading">
    <h2 id="sources-heading">Assumptions and sources</h2>
    ${table(
      "Options",
      ["Option", "Value", "Meaning", "Source"],
      options.map(({ option, value, unit, meaning, source }) => [
        option,
        value === null ? "not given" : `${value} ${unit}`,
        meaning,
        source,
      ]),
    )}
    <ul>
      ${assumptions.map((assumption) => html`<li>${printable(assumption)}</li>`)}
    </ul>
  </section>`;
}
