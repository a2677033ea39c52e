import type { Assessment } from "../../../estate/assessment";
import { groupFindings } from "../groups";
import { bar, stackedBar } from "./bars";
import { html, type Markup } from "./markup";
import { shownVerdicts, verdictWords } from "./verdict-words";

/** Rules in the chart of the most frequent findings. */
const mostRules = 8;

/** Classes of the coverage chart. */
const coverageClasses = 5;

/** Totals: one tile a verdict, which links to its machines, and three charts. */
export function summarySection(assessment: Assessment): Markup {
  const { summary } = assessment;
  const counts = {
    ready: summary.ready,
    conditional: summary.conditional,
    unknown: summary.unknown,
    "not-ready": summary.notReady,
  };
  const tiles = shownVerdicts.map(
    (verdict) =>
      html` <li>
        <a class="tile ${verdict}" href="#machines?verdict=${verdict}">
          <span class="count">${counts[verdict]}</span>
          <span class="label">${verdictWords[verdict].label}</span>
          <span class="share">${share(counts[verdict], summary.machines)}</span>
        </a>
      </li>`,
  );
  return html` <section id="summary" aria-labelledby="summary-heading">
    <h2 id="summary-heading">Summary</h2>
    <ul class="tiles">
      ${tiles}
    </ul>
    ${stackedBar(shownVerdicts.map((verdict) => ({ value: counts[verdict], tone: verdict })))}
    <div class="charts">
      ${frequentFindings(assessment)} ${byScenario(assessment)} ${coverage(assessment)}
    </div>
  </section>`;
}

function frequentFindings(assessment: Assessment): Markup {
  // A rule can be broken against several limits: in the chart it is one bar.
  const groups = [...Map.groupBy(groupFindings(assessment), ({ rule }) => rule).values()]
    .map((group) => ({
      rule: group[0]?.rule ?? "",
      ref: group[0]?.ref ?? "",
      severity: group[0]?.severity ?? "warning",
      machines: new Set(group.flatMap(({ machines }) => machines)).size,
    }))
    .filter(({ machines }) => machines > 0)
    .sort((a, b) => b.machines - a.machines)
    .slice(0, mostRules);
  if (groups.length === 0) return html`<p class="chart">No rule found anything to report.</p>`;
  const largest = groups[0]?.machines ?? 0;
  const rows = groups.map(
    (group) =>
      html` <tr>
        <th scope="row"><a href="#${group.ref}">${group.rule}</a></th>
        <td class="number">${group.machines}</td>
        <td class="bars">${bar(group.machines, largest, group.severity)}</td>
      </tr>`,
  );
  return chart("Most frequent findings", "Rule", rows);
}

function byScenario(assessment: Assessment): Markup | undefined {
  const scenarios = [...Map.groupBy(assessment.machines, (machine) => machine.scenario)];
  if (scenarios.length < 2) return undefined;
  const rows = scenarios.map(([scenario, machines]) => {
    const parts = shownVerdicts.map((verdict) => ({
      value: machines.filter((machine) => machine.verdict === verdict).length,
      tone: verdict,
    }));
    const words = parts
      .filter(({ value }) => value > 0)
      .map(({ value, tone }) => `${value} ${verdictWords[tone].label.toLowerCase()}`);
    return html` <tr>
      <th scope="row">${scenario}</th>
      <td class="number">${machines.length}</td>
      <td class="bars">${stackedBar(parts)}<span class="words">${words.join(", ")}</span></td>
    </tr>`;
  });
  return chart("Verdicts by scenario", "Scenario", rows);
}

/** A table of things with their number of machines and bars. */
function chart(caption: string, things: string, rows: readonly Markup[]): Markup {
  return html` <table class="chart">
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${things}</th>
        <th scope="col" class="number">Machines</th>
        <td></td>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

/** How much of what the rules wanted to know the inventory told: few known facts make a weak "ready". */
function coverage(assessment: Assessment): Markup | undefined {
  if (assessment.machines.length === 0) return undefined;
  const classes = new Array<number>(coverageClasses).fill(0);
  for (const { coverage } of assessment.machines) {
    const all = coverage.decided + coverage.undecided;
    const share = all === 0 ? 1 : coverage.decided / all;
    const index = Math.min(Math.floor(share * coverageClasses), coverageClasses - 1);
    classes[index] = (classes[index] ?? 0) + 1;
  }
  const largest = Math.max(...classes);
  const width = 100 / coverageClasses;
  const rows = classes
    .map(
      (count, index) =>
        html` <tr>
          <th scope="row">${index * width} to ${(index + 1) * width} %</th>
          <td class="number">${count}</td>
          <td class="bars">${bar(count, largest, "neutral")}</td>
        </tr>`,
    )
    .reverse();
  return chart("Coverage: share of the applicable rules that could decide", "Rules decided", rows);
}

function share(part: number, whole: number): string {
  if (whole === 0) return "0 %";
  const percent = (part / whole) * 100;
  // A share that rounds to nothing, or to everything, is still some.
  if (part > 0 && percent < 1) return "< 1 %";
  if (part < whole && percent > 99) return "> 99 %";
  return `${Math.round(percent)} %`;
}
