import { verdicts } from "../../../limits/verdict";
import type { CheckedMachine, VaultCheck } from "../../../operations/check/vault-check";
import { html, type Markup } from "../../assessment/html/markup";
import { verdictWords } from "../../assessment/html/verdict-words";
import { counted } from "../../counted";
import { printable } from "../../printable-text";

/** A page that a browser opens at once; the others are in JSON and CSV. */
const mostMachines = 2000;

/** Machines, worst first. */
export function machinesSection({ machines }: VaultCheck): Markup {
  const listed = [...machines]
    .sort((a, b) => verdicts.indexOf(b.verdict) - verdicts.indexOf(a.verdict))
    .slice(0, mostMachines);
  const rest = machines.length - listed.length;
  return html` <section id="items" aria-labelledby="items-heading">
    <h2 id="items-heading">Machines</h2>
    ${
      rest > 0
        ? html`<p>${counted(rest, "better machine")} are left out; the JSON and CSV formats have all.</p>`
        : undefined
    }
    <table class="examples">
      <thead>
        <tr>
          <th scope="col">Machine</th>
          <th scope="col">Verdict</th>
          <th scope="col">Replication</th>
          <th scope="col">Failover</th>
          <th scope="col" class="number">RPO, minutes</th>
          <th scope="col">Plans</th>
          <th scope="col">Last test</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        ${listed.map(row)}
      </tbody>
    </table>
  </section>`;
}

function row({ name, verdict, state, findings, undecided }: CheckedMachine): Markup {
  const errors = findings.filter(({ severity, waiver }) => severity === "error" && waiver === null);
  const told = errors.length > 0 ? errors : findings;
  const missing = [...new Set(undecided.flatMap((open) => open.missing))];
  return html`<tr>
    <td>${printable(name)}</td>
    <td><span class="badge ${verdict}">${verdictWords[verdict].label}</span></td>
    <td>${state.replicationHealth ?? "not told"}</td>
    <td>${state.failoverHealth ?? "not told"}</td>
    <td class="number">${state.rpoInMinutes ?? "not told"}</td>
    <td>${printable(state.recoveryPlans.join(", "))}</td>
    <td>${state.lastTestFailover?.slice(0, "yyyy-mm-dd".length) ?? "never"}</td>
    <td>
      ${told.map(({ ref, message }) => html`<div><code>${ref}</code> ${printable(message)}</div>`)}
      ${missing.length === 0 ? undefined : html`<div>not known: ${printable(missing.join(", "))}</div>`}
    </td>
  </tr>`;
}
