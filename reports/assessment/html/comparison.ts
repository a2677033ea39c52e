import type { Assessment } from "../../../estate/assessment";
import { printable } from "../../printable-text";
import { html, type Markup } from "./markup";
import { shownVerdicts, verdictWords } from "./verdict-words";

/** Machines listed as judged differently; the JSON document has all of them. */
const mostChanged = 500;

/** What two editions decide differently; nothing where only one was asked for. */
export function comparisonSection({ comparison }: Assessment): Markup | undefined {
  if (comparison === undefined) return undefined;
  const { editions, summaries, changed } = comparison;
  const counts = summaries.map((summary) => ({ ...summary, "not-ready": summary.notReady }));
  return html`
    <section id="comparison" aria-labelledby="comparison-heading">
      <h2 id="comparison-heading">Edition ${editions[0]} against ${editions[1]}</h2>
      <table class="chart">
        <thead>
          <tr>
            <th scope="col">Verdict</th>
            ${editions.map((edition) => html`<th scope="col" class="number">${edition}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${shownVerdicts.map(
            (verdict) =>
              html`<tr>
                <th scope="row">${verdictWords[verdict].label}</th>
                ${counts.map((count) => html`<td class="number">${count[verdict]}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
      <h3>Machines judged differently (${changed.length})</h3>
      ${changed.length === 0 ? html`<p>None.</p>` : changedTable(comparison)}
    </section>
  `;
}

function changedTable({ editions, changed }: NonNullable<Assessment["comparison"]>): Markup {
  const rows = changed.slice(0, mostChanged).map(
    (machine) => html`
      <tr>
        <th scope="row">${printable(machine.name)}</th>
        ${machine.verdicts.map((verdict) => html`<td><span class="badge ${verdict}">${verdictWords[verdict].label}</span></td>`)}
        <td>${ruleNames(machine.onlyFirst)}</td>
        <td>${ruleNames(machine.onlySecond)}</td>
      </tr>
    `,
  );
  const rest = changed.length - rows.length;
  return html`
    <div class="scroll" role="region" aria-labelledby="comparison-heading" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">Machine</th>
            ${editions.map((edition) => html`<th scope="col">${edition}</th>`)}
            ${editions.map((edition) => html`<th scope="col">Found by ${edition} only</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
    ${rest === 0 ? undefined : html`<p>… and ${rest} more in the JSON report.</p>`}
  `;
}

function ruleNames(rules: readonly string[]): Markup[] {
  return rules.map((rule) => html`<code>${rule}</code> `);
}
