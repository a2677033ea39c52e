import type { Plan } from "../../../estate/plan";
import { loadAssets } from "../../assessment/html/assets";
import { html, type Markup } from "../../assessment/html/markup";
import { counted } from "../../../limits/counted";
import { printable } from "../../printable-text";
import { assumptionsSection, leftOutSection } from "./assumptions";
import { bandwidthSection, batchesSection } from "./bandwidth";
import { machinesSection } from "./machines";
import { addressesSection, volumesSection } from "./site";
import { costsSection } from "./costs";
import { vmSizesSection } from "./vm-sizes";
import { wavesSection } from "./waves";
import { zonesSection } from "./zones";

/** What a report says besides the plan itself. */
export interface PlanReportOptions {
  /** Files the inventory was read from, as the user named them. */
  readonly sources?: readonly string[];
}

/**
 * The plan as one self-contained HTML file, in the style of the assessment's. It is static: it loads nothing and
 * runs nothing.
 */
export function* planHtmlChunks(plan: Plan, options: PlanReportOptions = {}): Generator<string> {
  const assets = loadAssets();
  const machines = counted(plan.machines.length, "machine");
  yield '<!doctype html>\n<html lang="en">\n<head>\n';
  yield html`
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${assets.contentSecurityPolicy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="referrer" content="no-referrer" />
    <title>Site Recovery plan of ${machines}</title>
  `.text;
  // Written as plain text: what is inside style must be what its digest was taken of.
  yield `<style>${assets.style}</style>\n</head>\n<body>\n`;
  yield html`
    <a class="skip" href="#machines">Skip to the machines</a>
    ${header(plan, options)}
    <main>
      ${summarySection(plan)} ${zonesSection(plan)} ${wavesSection(plan)} ${vmSizesSection(plan)}
      ${costsSection(plan)} ${bandwidthSection(plan)} ${batchesSection(plan)} ${volumesSection(plan)}
      ${addressesSection(plan)} ${leftOutSection(plan)} ${machinesSection(plan)} ${assumptionsSection(plan)}
    </main>
  `.text;
  yield "</body>\n</html>\n";
}

function header(plan: Plan, { sources = [] }: PlanReportOptions): Markup {
  const sections: readonly (readonly [string, string])[] = [
    ["summary", "Summary"],
    ["zones", "Landing zones"],
    ["waves", "Waves"],
    ["sizes", "Sizes"],
    ...(plan.costs === undefined ? [] : [["costs", "Costs"] as const]),
    ...(plan.bandwidth === undefined ? [] : [["bandwidth", "Bandwidth"] as const]),
    ["left-out", "Left out"],
    ["machines", "Machines"],
    ["sources", "Assumptions"],
  ];
  return html` <header>
    <h1>Azure Site Recovery plan</h1>
    <p class="scope">
      ${counted(plan.machines.length, "machine")}${sources.length === 0 ? "" : ` from ${sources.map(printable).join(", ")}`},
      planned by edition <strong>${plan.edition}</strong> as of <strong>${plan.asOf}</strong>
    </p>
    <nav aria-label="Sections">${sections.map(([id, title]) => html`<a href="#${id}">${title}</a>`)}</nav>
  </header>`;
}

function summarySection(plan: Plan): Markup {
  const tiles: readonly (readonly [string, number, string])[] = [
    ["#machines", plan.machines.length, "Machines planned"],
    ["#left-out", plan.leftOut.length, "Left out"],
    ["#zones", plan.landingZones.length, "Landing zones"],
    ["#zones", plan.subscriptions.length, "Subscriptions"],
    ["#waves", plan.waves.length, "Waves"],
  ];
  return html` <section id="summary" aria-labelledby="summary-heading">
    <h2 id="summary-heading">Summary</h2>
    <ul class="tiles">
      ${tiles.map(
        ([href, count, label]) =>
          html` <li>
            <a class="tile info" href="${href}"
              ><span class="count">${count}</span> <span class="label">${label}</span></a
            >
          </li>`,
      )}
    </ul>
  </section>`;
}
