import { verdicts } from "../../../limits/verdict";
import type { CheckedMachine, VaultCheck } from "../../../operations/check/vault-check";
import { machineTable } from "../../assessment/html/machine-table";
import { html, type Markup } from "../../assessment/html/markup";
import { verdictWords } from "../../assessment/html/verdict-words";
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
    ${machineTable({
      headingId: "items-heading",
      searched: "Name",
      rules: [...rules].sort(),
      heads: html`${columns.map(
          ([label, kind]) =>
            html`<th scope="col" class="${kind}"><button type="button">${label}</button></th>`,
        )}
        <th scope="col">Why</th>`,
      rows: listed.map(row),
    })}
  </section>`;
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
