import type { DrillEvidence, PreflightFinding } from "../../../operations/drill/evidence";
import { html, type Markup } from "../../assessment/html/markup";
import { table } from "../../plan/html/figures";
import { printable } from "../../printable-text";
import { durationText, timeText } from "../duration-text";
import { cleanupText, jobsText, measuredRtoText, outcomeTones, outcomeWords, wholeRtoLabel } from "../words";
import { ganttSection } from "./gantt";
import { machinesSection } from "./machines";
import { drillStyle } from "./style";

/** A drill as one self-contained HTML file. It is static: it loads nothing and runs nothing. */
export function* drillHtmlChunks(evidence: DrillEvidence): Generator<string> {
  const { style, contentSecurityPolicy } = drillStyle();
  yield '<!doctype html>\n<html lang="en">\n<head>\n';
  yield html`
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="referrer" content="no-referrer" />
    <title>Drill of ${printable(evidence.plan.name)}: ${outcomeWords[evidence.outcome]}</title>
  `.text;
  // Written as plain text: what is inside style must be what its digest was taken of.
  yield `<style>${style}</style>\n</head>\n<body>\n`;
  yield html`
    ${header(evidence)}
    <main>
      ${summarySection(evidence)} ${ganttSection(evidence)} ${machinesSection(evidence)}
      ${preflightSection(evidence)} ${factsSection(evidence)}
    </main>
  `.text;
  yield "</body>\n</html>\n";
}

function header({ plan, startedAt, endedAt }: DrillEvidence): Markup {
  return html` <header>
    <h1>Drill of ${printable(plan.name)}</h1>
    <p class="scope">
      Test failover from <strong>${printable(plan.primaryFabric)}</strong> to
      <strong>${printable(plan.recoveryFabric)}</strong>, ${timeText(startedAt)} to ${timeText(endedAt)}
    </p>
  </header>`;
}

function summarySection(evidence: DrillEvidence): Markup {
  const { outcome, reasons, rto, machines, cleanup } = evidence;
  const rpos = machines.flatMap(({ rpoSeconds }) => rpoSeconds ?? []);
  const up = machines.filter(({ rto: own }) => own.seconds !== null).length;
  const tiles: readonly (readonly [string, string, string])[] = [
    [outcomeTones[outcome], outcomeWords[outcome].split(":")[0] ?? "", "Outcome"],
    ...(machines.length === 0
      ? []
      : ([
          [
            rto.met === false || rto.seconds === null ? "not-ready" : rto.met === true ? "ready" : "info",
            rto.seconds === null ? "not reached" : durationText(rto.seconds),
            rto.targetSeconds === null ? "RTO of the plan" : `RTO, target ${durationText(rto.targetSeconds)}`,
          ],
          ["info", rpos.length === 0 ? "unknown" : durationText(Math.max(...rpos)), "Oldest recovery point"],
          [up === machines.length ? "ready" : "not-ready", `${up} of ${machines.length}`, "Machines up"],
        ] as const)),
    [
      cleanup.status === "incomplete" ? "not-ready" : cleanup.status === "kept" ? "conditional" : "ready",
      cleanup.status,
      "Clean-up",
    ],
  ];
  return html` <section id="summary" aria-labelledby="summary-heading">
    <h2 id="summary-heading">Summary</h2>
    <ul class="tiles">
      ${tiles.map(
        ([tone, value, label]) =>
          html` <li>
            <div class="tile ${tone}">
              <span class="count">${value}</span> <span class="label">${label}</span>
            </div>
          </li>`,
      )}
    </ul>
    ${
      reasons.length === 0
        ? undefined
        : html`<h3>Why it did not pass</h3>
            <ul class="reasons">
              ${reasons.map((reason) => html`<li>${printable(reason)}</li>`)}
            </ul>`
    }
  </section>`;
}

const tones: Readonly<Record<PreflightFinding["status"], string>> = {
  ok: "ready",
  info: "info",
  warning: "conditional",
  unknown: "unknown",
  error: "not-ready",
};

function preflightSection({ preflight }: DrillEvidence): Markup {
  return html` <section id="preflight" aria-labelledby="preflight-heading">
    <h2 id="preflight-heading">Preflight</h2>
    ${table(
      "What was looked at before the start",
      ["Check", "Status", "Subject", "Finding"],
      preflight.map(({ check, status, subject, message, remedy }) => [
        check,
        html`<span class="badge ${tones[status]}">${status}</span>`,
        printable(subject),
        html`${printable(message)}${remedy === undefined ? undefined : html`<p class="limit">${printable(remedy)}</p>`}`,
      ]),
    )}
  </section>`;
}

function factsSection(evidence: DrillEvidence): Markup {
  const { id, plan, network, cleanup, rto } = evidence;
  const facts: readonly (readonly [string, string])[] = [
    ["Drill", id],
    [plan.kind === "plan" ? "Recovery plan" : "Machines of", plan.id],
    [
      "Groups",
      plan.groups
        .map(({ name, machines }) => `${name === "" ? "" : `${name}: `}${machines.join(", ")}`)
        .join("; "),
    ],
    [
      "Test network",
      `${network.id} (${network.chosenBy === "option" ? "named on the command line" : "named by the items"}${network.productionAllowed ? "; not isolated, which was allowed twice" : ""})`,
    ],
    ["Job", jobsText(evidence)],
    [wholeRtoLabel(plan), measuredRtoText(rto)],
    ["Clean-up", cleanupText(cleanup)],
    ["Notes", cleanup.notes],
  ];
  return html` <section id="facts" aria-labelledby="facts-heading">
    <h2 id="facts-heading">Facts</h2>
    <dl>
      ${facts.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${printable(value)}</dd>`,
      )}
    </dl>
  </section>`;
}
