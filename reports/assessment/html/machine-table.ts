import { html, type Content, type Markup } from "./markup";
import { shownVerdicts, verdictWords } from "./verdict-words";

type Option = readonly [value: string, label: string];

/** One more choice of the filter: the field's name, what stands before it, and what can be chosen. */
export interface FilterChoice {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
}

/** What the pages of an assessment and of a check differ in. */
export interface MachineTable {
  /** Id of the section's heading. */
  readonly headingId: string;
  /** What the search field looks through. */
  readonly searched: string;
  /** Findings to choose from: reference and rule. */
  readonly rules: Iterable<readonly [ref: string, rule: string]>;
  readonly choices?: readonly FilterChoice[];
  readonly heads: Content;
  /** Rows of a page without data to make them of; the script makes the others and shows the table. */
  readonly rows?: readonly Markup[];
}

/** Machines in a table, with filter and pages; the page's script brings them to life. */
export function machineTable({
  headingId,
  searched,
  rules,
  choices = [],
  heads,
  rows,
}: MachineTable): Markup {
  const all: readonly FilterChoice[] = [
    {
      name: "verdict",
      label: "Verdict",
      options: shownVerdicts.map((verdict) => [verdict, verdictWords[verdict].label]),
    },
    { name: "rule", label: "Finding", options: [...rules].map(([ref, rule]) => [ref, `${ref} ${rule}`]) },
    ...choices,
  ];
  return html`<form id="filter" role="search" aria-label="Filter the machines" hidden>
      <label>${searched} <input type="search" name="q" autocomplete="off" spellcheck="false" /></label>
      ${all.map(({ label, ...choice }) => html`<label>${label} ${select(choice)}</label>`)}
      <button type="reset">Clear</button>
    </form>
    <p id="machine-count" role="status"></p>
    <div class="scroll" role="region" aria-labelledby="${headingId}" tabindex="0">
      <table id="machine-table" ${rows === undefined ? html`hidden` : ""}>
        <caption class="hidden-visually">
          Machines and their verdicts; the column buttons sort.
        </caption>
        <thead>
          <tr>
            ${heads}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
    <div id="pager" role="group" aria-label="Pages of the machine table" hidden>
      <button type="button" data-step="first">First</button>
      <button type="button" data-step="previous">Previous</button>
      <span id="page-number"></span>
      <button type="button" data-step="next">Next</button>
      <button type="button" data-step="last">Last</button>
    </div>`;
}

function select({ name, options }: Omit<FilterChoice, "label">): Markup {
  return html`<select name="${name}">
    <option value="">all</option>
    ${options.map(([value, label]) => html`<option value="${value}">${label}</option>`)}
  </select>`;
}
