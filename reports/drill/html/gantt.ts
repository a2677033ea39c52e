import type { DrillEvidence, TimelineEntry } from "../../../operations/drill/evidence";
import { html, type Markup } from "../../assessment/html/markup";
import { printable } from "../../printable-text";
import { durationText, timeText } from "../duration-text";

/** Width of the picture in its own units; it stretches with the page. */
const width = 1000;
const ticks = [0, 0.25, 0.5, 0.75, 1] as const;

/** The timeline as a picture: a row a step, a bar from its begin to its end, and where the target lies. */
export function ganttSection({ timeline, job, machines, rto, endedAt }: DrillEvidence): Markup | undefined {
  if (timeline.length === 0) return undefined;
  const begin = Math.min(...timeline.map(({ startedAt }) => Date.parse(startedAt)));
  const end = Math.max(begin + 1000, ...timeline.map((entry) => Date.parse(entry.endedAt ?? endedAt)));
  const place = (time: number) => Math.round(((time - begin) / (end - begin)) * width * 100) / 100;
  const [firstJob] = [job, ...machines.map((machine) => machine.job)]
    .flatMap((each) => each?.startedAt ?? [])
    .sort();
  const target =
    firstJob === undefined || rto.targetSeconds === null
      ? undefined
      : Date.parse(firstJob) + rto.targetSeconds * 1000;
  const isTargetSeen = target !== undefined && target <= end;
  return html` <section id="timeline" aria-labelledby="timeline-heading">
    <h2 id="timeline-heading">Timeline</h2>
    <div class="scroll">
      <table class="gantt">
        <caption class="hidden-visually">
          Steps of the drill, from ${timeText(new Date(begin).toISOString())}
        </caption>
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col" class="bars">
              <div class="axis">
                ${ticks.map((tick) => html`<span>${tick === 0 ? "0" : durationText(((end - begin) * tick) / 1000)}</span>`)}
              </div>
            </th>
            <th scope="col" class="number">Took</th>
          </tr>
        </thead>
        <tbody>
          ${timeline.map((entry) => row(entry))}
        </tbody>
      </table>
    </div>
    <ul class="legend">
      ${legend("ready", "went well")} ${legend("not-ready", "failed")} ${legend("unknown", "probe")}
      ${legend("neutral", "clean-up, or not ended")}
      ${
        target === undefined
          ? undefined
          : html`<li>
              ${
                isTargetSeen
                  ? "The dashed line is the target of the RTO"
                  : "The target of the RTO lies beyond the end of this picture"
              }:
              ${durationText(rto.targetSeconds)} after the job began.
            </li>`
      }
    </ul>
  </section>`;

  function row(entry: TimelineEntry): Markup {
    const from = place(Date.parse(entry.startedAt));
    const to = place(Date.parse(entry.endedAt ?? endedAt));
    const took = (Date.parse(entry.endedAt ?? endedAt) - Date.parse(entry.startedAt)) / 1000;
    const name = printable(entry.name);
    const inner = entry.kind === "machine" || entry.kind === "probe" ? "inner" : "";
    return html` <tr>
      <th scope="row" class="${inner}">${name}</th>
      <td class="bars">
        <svg
          viewBox="0 0 ${width} 10"
          preserveAspectRatio="none"
          role="img"
          aria-label="${name}: ${printable(entry.state)}"
        >
          <title>${name}: ${printable(entry.state)}, from ${timeText(entry.startedAt)}</title>
          <rect class="lane" x="0" y="0" width="${width}" height="10" />
          ${ticks.slice(1, -1).map((tick) => html`<line x1="${tick * width}" x2="${tick * width}" y1="0" y2="10" />`)}
          <rect
            class="${toneOf(entry)}"
            x="${from}"
            y="1"
            width="${Math.max(3, Math.round((to - from) * 100) / 100)}"
            height="8"
          />
          ${isTargetSeen ? html`<line class="target" x1="${place(target)}" x2="${place(target)}" y1="0" y2="10" />` : undefined}
        </svg>
      </td>
      <td class="number">${entry.endedAt === null ? "not ended" : durationText(took)}</td>
    </tr>`;
  }
}

function legend(tone: string, text: string): Markup {
  return html`<li>
    <svg viewBox="0 0 28 10" aria-hidden="true">
      <rect class="${tone}" x="0" y="0" width="28" height="10" />
    </svg>
    ${text}
  </li>`;
}

function toneOf({ kind, state, endedAt }: TimelineEntry): string {
  if (["Failed", "Cancelled", "Aborted", "failed", "incomplete"].includes(state)) return "not-ready";
  if (kind === "cleanup" || endedAt === null) return "neutral";
  return kind === "probe" ? "unknown" : "ready";
}
