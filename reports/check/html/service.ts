import type { VaultCheck } from "../../../operations/check/vault-check";
import { html, type Markup } from "../../assessment/html/markup";
import { counted } from "../../../limits/counted";
import { printable } from "../../printable-text";

/** What the service says, beside what we say. */
export function serviceSection({ service, summary }: VaultCheck): Markup {
  const { health, eligibility, eligibilityNotAsked, supportedOperatingSystems } = service;
  const differing = eligibility.filter(({ errors, ours }) => errors.length > 0 || ours.length > 0);
  return html` <section id="service" aria-labelledby="service-heading">
    <h2 id="service-heading">The service's own opinion</h2>
    <table class="examples">
      <thead>
        <tr>
          <th scope="col">Question</th>
          <th scope="col">The service</th>
          <th scope="col">Ours</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>Protected items</td>
          <td>${health?.items ?? "not told"}</td>
          <td>${summary.machines}</td>
        </tr>
        <tr>
          <td>Errors of the vault and issues</td>
          <td>${health === null ? "not told" : health.errors + health.issues.length}</td>
          <td>${counted(summary.errors, "error")}, ${counted(summary.warnings, "warning")}</td>
        </tr>
        ${differing.map(
          ({ machine, errors, ours }) =>
            html`<tr>
              <td>May ${printable(machine)} be replicated?</td>
              <td>
                ${errors.length === 0 ? "yes" : printable(errors.map(({ code, message }) => `${code} ${message}`).join("; "))}
              </td>
              <td>${ours.length === 0 ? "yes" : printable(ours.join(", "))}</td>
            </tr>`,
        )}
        ${Object.entries(supportedOperatingSystems).map(
          ([provider, names]) =>
            html`<tr>
              <td>Operating systems for ${printable(provider)}</td>
              <td>${counted(names.length, "system")} listed</td>
              <td>the edition's support matrix</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="source">
      Asked about ${counted(eligibility.length, "source VM")}; ${eligibilityNotAsked} were not asked about
      (<code>--eligibility</code>).
    </p>
  </section>`;
}
