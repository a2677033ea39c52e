import { allRules } from "../../../limits/rules/registry.gen";
import { documentedChecks } from "../../../operations/check/documented-checks";
import type { VaultCheck } from "../../../operations/check/vault-check";
import { citation } from "../../assessment/html/findings";
import { html, type Markup } from "../../assessment/html/markup";
import { counted } from "../../../limits/counted";
import { valueText } from "../../limits/value-text";
import { printable } from "../../printable-text";
import { groupCheck, type CheckGroup } from "../groups";

const mostExamples = 10;
const severityWords = { error: "Error", warning: "Warning", info: "Information" } as const;

/** Everything that was found, by rule, with what to do and where it is written. */
export function findingsSection(check: VaultCheck): Markup {
  const groups = groupCheck(check);
  return html` <section id="findings" aria-labelledby="findings-heading">
    <h2 id="findings-heading">Findings and what to do</h2>
    ${
      groups.length === 0
        ? html`<p>Nothing was found.</p>`
        : html`<ol class="findings">
            ${groups.map(groupItem)}
          </ol>`
    }
  </section>`;
}

function groupItem(group: CheckGroup): Markup {
  const described =
    allRules.find(({ ref }) => ref === group.ref) ?? documentedChecks.find(({ ref }) => ref === group.ref);
  const shown = group.findings.slice(0, mostExamples);
  const rest = group.findings.length - shown.length;
  const value = group.limit === null ? "" : valueText(group.limit.value, group.limit.unit, 10);
  return html` <li class="finding">
    <div class="finding-head">
      <span class="badge ${group.severity}">${severityWords[group.severity]}</span>
      <h3>${described?.title ?? group.rule}</h3>
      <span class="who">${counted(group.subjects, "thing")}</span>
      ${group.waived > 0 ? html`<span class="waived">${group.waived} waived</span>` : undefined}
    </div>
    <p class="remedy">${printable(group.remedy)}</p>
    <p class="source"><code>${group.ref}</code> <code>${group.rule}</code>${source(group)}</p>
    ${value === "" ? undefined : html`<div class="limit">Limit: ${value}</div>`}
    <details ${group.severity === "error" ? html`open` : undefined}>
      <summary>Where${rest > 0 ? ` (first ${shown.length} of ${group.findings.length})` : ""}</summary>
      ${described === undefined ? undefined : html`<p>${described.rationale}</p>`}
      <table class="examples">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Observed</th>
            <th scope="col">Expected</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            ({ subject, detail, observed, expected }) =>
              html`<tr>
                <td>${printable(subject.name)}${detail === undefined ? "" : printable(`, ${detail}`)}</td>
                <td>${printable(observed)}</td>
                <td>${printable(expected ?? "")}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </details>
  </li>`;
}

function source({ limit, source: page }: CheckGroup): Markup | undefined {
  if (limit !== null) return html`, edition ${limit.edition}: ${citation(limit.source)}.`;
  if (page === null) return undefined;
  return html`: <a href="${page.url}" rel="noreferrer">${page.document}</a>, section “${page.section}”.`;
}
