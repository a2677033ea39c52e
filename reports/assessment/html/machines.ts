import type { Assessment } from "../../../estate/assessment";
import { groupFindings } from "../groups";
import { html, type Markup } from "./markup";
import { shownVerdicts, verdictWords } from "./verdict-words";

const columns = [
  { key: "name", label: "Machine", number: false },
  { key: "verdict", label: "Verdict", number: false },
  { key: "errors", label: "Errors", number: true },
  { key: "warnings", label: "Warnings", number: true },
  { key: "undecided", label: "Undecided", number: true },
  { key: "scenario", label: "Scenario", number: false },
] as const;

/** Frame of the machine table and of a machine's own page; the page's script fills both. */
export function machinesSection(assessment: Assessment): Markup {
  const rules = new Map(groupFindings(assessment).map(({ ref, rule }) => [ref, rule]));
  const scenarios = [...new Set(assessment.machines.map(({ scenario }) => scenario))];
  return html` <section id="machines" aria-labelledby="machines-heading">
      <h2 id="machines-heading" tabindex="-1">Machines</h2>
      <noscript><p>The machine table needs scripts. Everything else on this page does not.</p></noscript>
      <form id="filter" role="search" aria-label="Filter the machines" hidden>
        <label>Name or id <input type="search" name="q" autocomplete="off" spellcheck="false" /></label>
        <label
          >Verdict
          ${select(
            "verdict",
            shownVerdicts.map((verdict) => [verdict, verdictWords[verdict].label]),
          )}</label
        >
        <label
          >Finding
          ${select(
            "rule",
            [...rules].map(([ref, rule]) => [ref, `${ref} ${rule}`]),
          )}</label
        >
        ${
          scenarios.length < 2
            ? undefined
            : html`<label
                >Scenario
                ${select(
                  "scenario",
                  scenarios.map((name) => [name, name]),
                )}</label
              >`
        }
        <button type="reset">Clear</button>
      </form>
      <p id="machine-count" role="status"></p>
      <div class="scroll" role="region" aria-labelledby="machines-heading" tabindex="0">
        <table id="machine-table" hidden>
          <caption class="hidden-visually">
            Machines and their verdicts; the column buttons sort.
          </caption>
          <thead>
            <tr>
              ${columns.map(columnHead)}
              <th scope="col" class="worst">Why</th>
            </tr>
          </thead>
          <tbody></tbody>
        </table>
      </div>
      <div id="pager" role="group" aria-label="Pages of the machine table" hidden>
        <button type="button" data-step="first">First</button>
        <button type="button" data-step="previous">Previous</button>
        <span id="page-number"></span>
        <button type="button" data-step="next">Next</button>
        <button type="button" data-step="last">Last</button>
      </div>
    </section>
    <article id="machine" aria-labelledby="machine-heading" hidden></article>`;
}

function columnHead({ key, label, number }: (typeof columns)[number]): Markup {
  return html`<th scope="col" data-column="${key}" class="${number ? "number" : key}">
    <button type="button">${label}</button>
  </th>`;
}

function select(name: string, options: readonly (readonly [value: string, label: string])[]): Markup {
  return html`<select name="${name}">
    <option value="">all</option>
    ${options.map(([value, label]) => html`<option value="${value}">${label}</option>`)}
  </select>`;
}
