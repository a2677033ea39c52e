import type { Assessment } from "../../../estate/assessment";
import type { Citation } from "../../../limits/matrix/schema";
import { allRules } from "../../../limits/rules/registry.gen";
import { counted } from "../../../limits/counted";
import { valueText } from "../../limits/value-text";
import { printable } from "../../printable-text";
import { groupFindings, type FindingGroup } from "../groups";
import { html, type Markup } from "./markup";

/** Examples under a finding; the machine table has all of them one link away. */
const mostExamples = 5;

const severityWords = { error: "Error", warning: "Warning", info: "Information" } as const;

/** Everything that was found, by rule and limit, with what to do and where it is written. */
export function findingsSection(assessment: Assessment): Markup {
  const groups = groupFindings(assessment);
  const seen = new Set<string>();
  const items = groups.map((group) => {
    // The first group of a rule carries the rule's anchor.
    const anchor = seen.has(group.ref) ? undefined : group.ref;
    seen.add(group.ref);
    return groupItem(assessment, group, anchor);
  });
  return html` <section id="findings" aria-labelledby="findings-heading">
    <h2 id="findings-heading">Findings and what to do</h2>
    ${
      items.length === 0
        ? html`<p>Nothing was found. Look at the missing facts below before you rely on it.</p>`
        : html`<ol class="findings">
            ${items}
          </ol>`
    }
  </section>`;
}

function groupItem(assessment: Assessment, group: FindingGroup, anchor: string | undefined): Markup {
  const rule = allRules.find(({ name }) => name === group.rule);
  const value = valueText(group.limit.value, group.limit.unit);
  const shown = group.findings.slice(0, mostExamples);
  const where =
    shown.length < group.findings.length
      ? `first ${shown.length} of ${group.findings.length}`
      : `${shown.length}`;
  return html` <li class="finding" ${anchor === undefined ? undefined : html`id="${anchor}"`}>
    <div class="finding-head">
      <span class="badge ${group.severity}">${severityWords[group.severity]}</span>
      <h3>${rule?.title ?? group.rule}</h3>
      ${machinesLink(group)}
    </div>
    <p class="remedy">${printable(group.remedy)}</p>
    <p class="source">
      <code>${group.ref}</code> <code>${group.rule}</code>, edition ${group.limit.edition}:
      ${citation(group.limit.source)}.
    </p>
    ${value === "" ? undefined : html`<div class="limit">Limit: ${limitValue(value)}</div>`}
    <details>
      <summary>Why, and where (${where})</summary>
      ${rule === undefined ? undefined : html`<p>${rule.rationale}</p>`}
      <table class="examples">
        <thead>
          <tr>
            <th scope="col">Machine</th>
            <th scope="col">What</th>
            <th scope="col">Observed</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((entry) => exampleRow(assessment, entry))}
        </tbody>
      </table>
    </details>
  </li>`;
}

/** Long lists of permitted values fold away. */
function limitValue(value: string): Markup {
  const longest = 160;
  if (value.length <= longest) return html`${value}`;
  return html`<details>
    <summary>${value.slice(0, longest)}…</summary>
    ${value}
  </details>`;
}

function machinesLink(group: FindingGroup): Markup {
  const waived = group.waived > 0 ? html`<span class="waived">${group.waived} waived</span>` : undefined;
  if (group.machines.length === 0) return html`<span class="who">The estate</span>${waived}`;
  return html`<a class="who" href="#machines?rule=${group.ref}"
      >${counted(group.machines.length, "machine")}</a
    >${waived}`;
}

function exampleRow(assessment: Assessment, entry: FindingGroup["findings"][number]): Markup {
  const machine = entry.machine === undefined ? undefined : assessment.machines[entry.machine];
  const name =
    machine === undefined
      ? html`estate`
      : html`<a href="#machine=${entry.machine}">${printable(machine.name)}</a>`;
  return html`<tr>
    <td>${name}</td>
    <td>${printable(entry.finding.subject)}</td>
    <td>${printable(entry.finding.observed)}</td>
  </tr>`;
}

export function citation(source: Citation): Markup {
  const title =
    source.url === undefined
      ? html`${source.document}`
      : html`<a href="${source.url}" rel="noreferrer">${source.document}</a>`;
  return html`${title} (${source.date}), section “${source.section}”`;
}
