import type { Assessment } from "../../../estate/assessment";
import { whereToGet } from "../fact-sources";
import { missingFacts } from "../groups";
import { html, type Markup } from "./markup";

/** Facts that kept rules from deciding, and where people find them. */
export function missingSection(assessment: Assessment): Markup {
  const facts = missingFacts(assessment);
  const rows = facts.map(
    ({ fact, machines, rules }) =>
      html` <tr>
        <th scope="row"><code>${fact}</code></th>
        <td class="number">${machines === 0 ? "estate" : machines}</td>
        <td>${whereToGet(fact)}</td>
        <td class="rules">${rules.map((rule) => html`<code>${rule}</code> `)}</td>
      </tr>`,
  );
  return html` <section id="missing" aria-labelledby="missing-heading">
    <h2 id="missing-heading">Missing facts and where to get them</h2>
    ${
      facts.length === 0
        ? html`<p>None: every rule that applies could decide on every machine.</p>`
        : html` <p>
              A missing fact is never taken for a pass. Add these to the inventory, or to an estate document
              beside it.
            </p>
            <div class="scroll" role="region" aria-labelledby="missing-heading" tabindex="0">
              <table class="facts">
                <thead>
                  <tr>
                    <th scope="col">Fact</th>
                    <th scope="col" class="number">Machines</th>
                    <th scope="col">Where to get it</th>
                    <th scope="col">Rules that wait for it</th>
                  </tr>
                </thead>
                <tbody>
                  ${rows}
                </tbody>
              </table>
            </div>`
    }
  </section>`;
}
