import type { Assessment } from "../../../estate/assessment";
import type { Citation } from "../../../limits/matrix/schema";
import { printable } from "../../printable-text";
import type { ReportOptions } from "../render";
import { html, type Markup } from "./markup";
import { staleWaivers } from "./waivers";
import { shownVerdicts, verdictWords } from "./verdict-words";

/** What the verdicts rest on: inventory, edition, date, documents, and what was taken for granted. */
export function sourcesSection(assessment: Assessment, options: ReportOptions): Markup {
  const scenarios = [...new Set(assessment.machines.map(({ scenario }) => scenario))];
  const sources = options.sources ?? [];
  const notes = options.notes ?? [];
  return html` <section id="sources" aria-labelledby="sources-heading">
    <h2 id="sources-heading">Assumptions and sources</h2>
    <dl class="facts-list">
      <dt>Edition</dt>
      <dd>${assessment.edition}: the documents listed below, and nothing newer.</dd>
      <dt>As of</dt>
      <dd>${assessment.asOf}: limits that carry a date, such as a retirement, compare with this day.</dd>
      <dt>Intent</dt>
      <dd>${assessment.intent}</dd>
      <dt>Scenarios</dt>
      <dd>${scenarios.join(", ") || "none"}</dd>
      ${
        sources.length === 0
          ? undefined
          : html`<dt>Inventory</dt>
              <dd>${sources.map(printable).join(", ")}</dd>`
      }
      ${shownVerdicts.map(
        (verdict) =>
          html`<dt>${verdictWords[verdict].label}</dt>
            <dd>${verdictWords[verdict].meaning}</dd>`,
      )}
    </dl>
    <h3>Documents the findings cite</h3>
    ${documentList(assessment)} ${staleWaivers(assessment)}
    ${
      notes.length === 0
        ? undefined
        : html`<h3>Notes from reading the inventory</h3>
            <ul>
              ${notes.map((note) => html`<li>${printable(note)}</li>`)}
            </ul>`
    }
  </section>`;
}

function documentList(assessment: Assessment): Markup {
  const sections = new Map<string, { source: Citation; sections: Set<string> }>();
  const findings = [
    assessment.estate.findings,
    ...assessment.machines.map((machine) => machine.findings),
  ].flat();
  for (const { limit } of findings) {
    const known = sections.get(limit.source.document);
    if (known === undefined) {
      sections.set(limit.source.document, {
        source: limit.source,
        sections: new Set([limit.source.section]),
      });
    } else known.sections.add(limit.source.section);
  }
  if (sections.size === 0) return html`<p>No finding, so none.</p>`;
  const items = [...sections.values()].map(
    ({ source, sections }) =>
      html` <li>
        ${source.url === undefined ? source.document : html`<a href="${source.url}" rel="noreferrer">${source.document}</a>`},
        ${source.date}: ${[...sections].sort().join("; ")}
      </li>`,
  );
  return html`<ul>
    ${items}
  </ul>`;
}
