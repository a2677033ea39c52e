import type { VaultCheck } from "../../../operations/check/vault-check";
import { loadAssets } from "../../assessment/html/assets";
import { stackedBar } from "../../assessment/html/bars";
import { html, type Markup } from "../../assessment/html/markup";
import { shownVerdicts, verdictWords } from "../../assessment/html/verdict-words";
import { counted } from "../../../limits/counted";
import { printable } from "../../printable-text";
import { driftSections } from "./drift";
import { findingsSection } from "./findings";
import { machinesSection } from "./machines";
import { openSection } from "./open";
import { pageScript, policyWithScript } from "./page-script";
import { plansSection } from "./plans";
import { serviceSection } from "./service";

/** The check as one self-contained HTML file, in the style of the assessment's. It loads nothing; its script sorts and filters. */
export function* htmlChunks(check: VaultCheck): Generator<string> {
  const assets = loadAssets();
  yield '<!doctype html>\n<html lang="en">\n<head>\n';
  yield html`
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policyWithScript(assets.contentSecurityPolicy)}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="referrer" content="no-referrer" />
    <title>Vault ${printable(check.vault.name)}: ${check.verdict}</title>
  `.text;
  // Written as plain text: what is inside style must be what its digest was taken of.
  yield `<style>${assets.style}</style>\n</head>\n<body>\n`;
  yield html`
    <a class="skip" href="#items">Skip to the machines</a>
    ${header(check)}
    <main>
      ${summary(check)} ${openSection(check)} ${findingsSection(check)} ${plansSection(check)}
      ${driftSections(check)} ${machinesSection(check)} ${serviceSection(check)} ${thresholds(check)}
    </main>
  `.text;
  yield `<script>${pageScript}</script>\n</body>\n</html>\n`;
}

function header(check: VaultCheck): Markup {
  const sections: readonly (readonly [string, string])[] = [
    ["summary", "Summary"],
    ["findings", "Findings"],
    ["plans", "Recovery plans"],
    ...(check.drift === undefined ? [] : [["drift", "Drift"] as const]),
    ["items", "Machines"],
    ["service", "The service's opinion"],
    ["thresholds", "Thresholds"],
  ];
  return html` <header>
    <h1>Vault ${printable(check.vault.name)}</h1>
    <p class="scope">
      ${counted(check.summary.machines, "machine")}${check.vault.location === null ? "" : ` in ${check.vault.location}`},
      judged by edition <strong>${check.edition}</strong> as of <strong>${check.asOf}</strong>, read at
      <strong>${check.readAt.replace("T", " ").replace(/\.\d+Z$/, " UTC")}</strong>
    </p>
    <nav aria-label="Sections">${sections.map(([id, title]) => html`<a href="#${id}">${title}</a>`)}</nav>
  </header>`;
}

function summary({ summary: totals, verdict, thresholds: { drillInDays } }: VaultCheck): Markup {
  const counts = {
    ready: totals.ready,
    conditional: totals.conditional,
    unknown: totals.unknown,
    "not-ready": totals.notReady,
  };
  const tiles = shownVerdicts.map(
    (each) =>
      html` <li>
        <a class="tile ${each}" href="#items"
          ><span class="count">${counts[each]}</span>
          <span class="label">${verdictWords[each].label}</span></a
        >
      </li>`,
  );
  return html` <section id="summary" aria-labelledby="summary-heading">
    <h2 id="summary-heading">Would it fail over now? ${answers[verdict]}</h2>
    <ul class="tiles">
      ${tiles}
      <li>
        <a class="tile info" href="#plans"
          ><span class="count">${totals.plansProven} of ${totals.recoveryPlans}</span>
          <span class="label">Plans proven within ${drillInDays} days</span></a
        >
      </li>
    </ul>
    ${stackedBar(shownVerdicts.map((each) => ({ value: counts[each], tone: each })))}
  </section>`;
}

const answers: Readonly<Record<VaultCheck["verdict"], string>> = {
  ready: "Yes.",
  conditional: "Yes, with warnings.",
  unknown: "Nobody can say.",
  "not-ready": "Not all of it.",
};

function thresholds({ thresholds: values, cost }: VaultCheck): Markup {
  const rows: readonly (readonly [string, string, string])[] = [
    ["RPO where the policy has no threshold", `${values.rpoInMinutes} minutes`, "--rpo-minutes"],
    ["Silence of agents and servers", `${values.heartbeatInMinutes} minutes`, "--heartbeat-minutes"],
    ["Jobs under way", `${values.stuckJobInHours} hours`, "--stuck-job-hours"],
    ["Failed jobs count for", `${values.failedJobInDays} days`, "--failed-job-days"],
    ["Expiry of agents and providers", `${values.expiryInDays} days ahead`, "--expiry-days"],
    ["Time between drills", `${values.drillInDays} days`, "--drill-days"],
  ];
  return html` <section id="thresholds" aria-labelledby="thresholds-heading">
    <h2 id="thresholds-heading">Thresholds</h2>
    <table class="examples">
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Compared with</th>
          <th scope="col">Option</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([what, value, option]) =>
            html`<tr>
              <td>${what}</td>
              <td>${value}</td>
              <td><code>${option}</code></td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="source">Read with ${counted(cost.calls, "call")} in ${cost.seconds.toFixed(1)} s.</p>
  </section>`;
}
