import { verdicts } from "../../../limits/verdict";
import type { CheckedMachine, VaultCheck } from "../../../operations/check/vault-check";
import { html, type Markup } from "../../assessment/html/markup";
import { shownVerdicts, verdictWords } from "../../assessment/html/verdict-words";
import { printable } from "../../printable-text";

const columns = [
  ["Machine", ""],
  ["Verdict", ""],
  ["Replication", ""],
  ["Failover", ""],
  ["RPO, min", "number"],
  ["Plans", ""],
  ["Last test", ""],
] as const;

/** Machines, worst first; the page's script pages, sorts and filters them. */
export function machinesSection({ machines }: VaultCheck): Markup {
  const listed = [...machines].sort((a, b) => verdicts.indexOf(b.verdict) - verdicts.indexOf(a.verdict));
  const rules = new Map(machines.flatMap(({ findings }) => findings.map(({ ref, rule }) => [ref, rule])));
  return html` <section id="items" aria-labelledby="items-heading">
    <h2 id="items-heading">Machines</h2>
    <form id="filter" role="search" aria-label="Filter the machines" hidden>
      <label>Name <input type="search" name="q" autocomplete="off" spellcheck="false" /></label>
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
          [...rules].sort().map(([ref, rule]) => [ref, `${ref} ${rule}`]),
        )}</label
      >
      <button type="reset">Clear</button>
    </form>
    <p id="machine-count" role="status"></p>
    <div class="scroll" role="region" aria-labelledby="items-heading" tabindex="0">
      <table id="machine-table">
        <caption class="hidden-visually">
          Machines and their verdicts; the column buttons sort.
        </caption>
        <thead>
          <tr>
            ${columns.map(
              ([label, kind]) =>
                html`<th scope="col" class="${kind}"><button type="button">${label}</button></th>`,
            )}
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          ${listed.map(row)}
        </tbody>
      </table>
    </div>
    <div id="pager" role="group" aria-label="Pages of the machine table" hidden>
      <button type="button" data-step="first">First</button>
      <button type="button" data-step="previous">Previous</button>
      <span id="page-number"></span>
      <button type="button" data-step="next">Next</button>
      <button type="button" data-step="last">Last</button>
    </div>
  </section>`;
}

function select(name: string, options: readonly (readonly [string, string])[]): Markup {
  return html`<select name="${name}">
    <option value="">all</option>
    ${options.map(([value, label]) => html`<option value="${value}">${label}</option>`)}
  </select>`;
}

function row({ name, verdict, state, findings, undecided }: CheckedMachine): Markup {
  const errors = findings.filter(({ severity, waiver }) => severity === "error" && waiver === null);
  const told = errors.length > 0 ? errors : findings;
  const missing = [...new Set(undecided.flatMap((open) => open.missing))];
  return html`<tr data-verdict="${verdict}">
    <td>${printable(name)}</td>
    <td data-key="${verdicts.indexOf(verdict)}">
      <span class="badge ${verdict}">${verdictWords[verdict].label}</span>
    </td>
    <td>${state.replicationHealth ?? "not told"}</td>
    <td>${state.failoverHealth ?? "not told"}</td>
    <td class="number" data-key="${state.rpoInMinutes ?? -1}">${state.rpoInMinutes ?? "not told"}</td>
    <td>${printable(state.recoveryPlans.join(", "))}</td>
    <td>${state.lastTestFailover?.slice(0, "yyyy-mm-dd".length) ?? "never"}</td>
    <td>
      ${told.map(({ ref, message }) => html`<div><code>${ref}</code> ${printable(message)}</div>`)}
      ${missing.length === 0 ? undefined : html`<div>not known: ${printable(missing.join(", "))}</div>`}
    </td>
  </tr>`;
}
