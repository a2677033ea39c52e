import type { Assessment } from "../../../estate/assessment";
import { printable } from "../../printable-text";
import { groupChanges, type ChangeGroup } from "../changes";
import { html, type Markup } from "./markup";
import { shownVerdicts, verdictWords } from "./verdict-words";

/** Machines of one group that are named; the JSON document has all of them. */
const mostNamed = 200;

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

function changedTable(comparison: NonNullable<Assessment["comparison"]>): Markup {
  const { editions } = comparison;
  const rows = groupChanges(comparison).map(
    ({ verdicts, onlyFirst, onlySecond, machines }) => html`
      <tr>
        ${verdicts.map((verdict) => html`<td><span class="badge ${verdict}">${verdictWords[verdict].label}</span></td>`)}
        <td class="number">${machines.length}</td>
        <td>${ruleNames(onlyFirst)}</td>
        <td>${ruleNames(onlySecond)}</td>
        <td>${machineNames(machines)}</td>
      </tr>
    `,
  );
  return html`
    <div class="scroll" role="region" aria-labelledby="comparison-heading" tabindex="0">
      <table class="changes">
        <thead>
          <tr>
            ${editions.map((edition) => html`<th scope="col">${edition}</th>`)}
            <th scope="col" class="number">Machines</th>
            ${editions.map((edition) => html`<th scope="col">Found by ${edition} only</th>`)}
            <th scope="col">Which</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
  `;
}

/** A few names stand as they are; more fold away under the first. */
function machineNames(machines: ChangeGroup["machines"]): Markup {
  const names = machines.slice(0, mostNamed).map(({ name }) => printable(name));
  const more = machines.length - names.length;
  const text = `${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  if (machines.length <= 3) return html`${text}`;
  return html`<details>
    <summary>${names[0] ?? ""} and ${machines.length - 1} more</summary>
    ${text}
  </details>`;
}

function ruleNames(rules: readonly string[]): Markup[] {
  return rules.map((rule) => html`<code>${rule}</code> `);
}
