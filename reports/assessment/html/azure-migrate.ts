import type { VerdictClass } from "../../../estate/azure-migrate-comparison";
import type { Assessment } from "../../../estate/assessment";
import { counted } from "../../../limits/counted";
import { printable } from "../../printable-text";
import { azureMigrateQuestion, azureMigrateSource, reasonName, reasonText } from "../azure-migrate";
import { html, type Markup } from "./markup";
import { verdictWords } from "./verdict-words";

/** Azure Migrate's verdicts beside ours; nothing where the inventory carries none. */
export function azureMigrateSection({ azureMigrate }: Assessment): Markup | undefined {
  if (azureMigrate === undefined) return undefined;
  const { machines, alike, classes } = azureMigrate;
  return html`
    <section id="azure-migrate" aria-labelledby="azure-migrate-heading">
      <h2 id="azure-migrate-heading">Azure Migrate's verdicts against these</h2>
      <p>
        ${alike} of ${counted(machines, "machine")} alike. ${azureMigrateQuestion} What it reviews:
        <a href="${azureMigrateSource.url}" rel="noreferrer">${azureMigrateSource.title}</a>.
      </p>
      <div class="scroll" role="region" aria-labelledby="azure-migrate-heading" tabindex="0">
        <table class="verdict-classes">
          <thead>
            <tr>
              <th scope="col">Azure Migrate</th>
              <th scope="col">Here</th>
              <th scope="col" class="number">Machines</th>
              <th scope="col">Decided by</th>
              <th scope="col" class="number">With it</th>
              <th scope="col">Why the verdicts differ</th>
            </tr>
          </thead>
          ${classes.map(classRows)}
        </table>
      </div>
    </section>
  `;
}

function classRows({ azureMigrate, verdict, machines, reasons }: VerdictClass): Markup {
  const rows = Math.max(reasons.length, 1);
  const [first, ...others] =
    reasons.length === 0
      ? [html`<td colspan="3">The verdicts are alike.</td>`]
      : reasons.map(
          (reason) =>
            html`<td class="what">${printable(reasonName(reason))}</td>
              <td class="number">${reason.machines}</td>
              <td class="why">${printable(reasonText(reason))}</td>`,
        );
  return html`<tbody>
    <tr>
      <th scope="rowgroup" rowspan="${rows}">
        <span class="badge ${azureMigrate}">${verdictWords[azureMigrate].label}</span>
      </th>
      <td rowspan="${rows}"><span class="badge ${verdict}">${verdictWords[verdict].label}</span></td>
      <td rowspan="${rows}" class="number">${machines}</td>
      ${first}
    </tr>
    ${others.map(
      (cells) =>
        html`<tr>
          ${cells}
        </tr>`,
    )}
  </tbody>`;
}
