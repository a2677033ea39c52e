import type { Assessment } from "../../../estate/assessment";
import { groupFindings } from "../groups";
import { machineTable, type FilterChoice } from "./machine-table";
import { html, type Markup } from "./markup";

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
  return html` <section id="machines" aria-labelledby="machines-heading">
      <h2 id="machines-heading" tabindex="-1">Machines</h2>
      <noscript><p>The machine table needs scripts. Everything else on this page does not.</p></noscript>
      ${machineTable({
        headingId: "machines-heading",
        searched: "Name or id",
        rules,
        choices: scenarioChoice(assessment),
        heads: html`${columns.map(columnHead)}
          <th scope="col" class="worst">Why</th>`,
      })}
    </section>
    <article id="machine" aria-labelledby="machine-heading" hidden></article>`;
}

/** Nothing to choose where all machines go the same way. */
function scenarioChoice({ machines }: Assessment): readonly FilterChoice[] {
  const scenarios = [...new Set(machines.map(({ scenario }) => scenario))];
  return scenarios.length < 2
    ? []
    : [{ name: "scenario", label: "Scenario", options: scenarios.map((name) => [name, name]) }];
}

function columnHead({ key, label, number }: (typeof columns)[number]): Markup {
  return html`<th scope="col" data-column="${key}" class="${number ? "number" : key}">
    <button type="button">${label}</button>
  </th>`;
}
