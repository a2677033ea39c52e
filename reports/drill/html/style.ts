import { createHash } from "node:crypto";
import { loadAssets } from "../../assessment/html/assets";

/** What the timeline needs beside the style of all reports. */
const timelineStyle = `
.gantt td, .gantt th { vertical-align: middle; }
.gantt { table-layout: fixed; min-width: 40rem; }
.gantt th:first-child { width: 30%; font-weight: 400; overflow-wrap: anywhere; }
.gantt .inner { padding-left: 1.75rem; }
.gantt .bars { width: auto; padding-left: 0; padding-right: 0; }
.gantt .number { width: 7rem; white-space: nowrap; }
.gantt svg { display: block; width: 100%; height: 1rem; }
.gantt rect.lane { fill: color-mix(in srgb, var(--line) 35%, transparent); }
.gantt line { stroke: var(--line); stroke-width: 1; vector-effect: non-scaling-stroke; }
.gantt line.target { stroke: var(--not-ready); stroke-width: 2; stroke-dasharray: 4 3; }
.axis { display: flex; justify-content: space-between; font-variant-numeric: tabular-nums; white-space: nowrap; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 0.75rem 0 0; padding: 0; list-style: none; color: var(--quiet); font-size: 0.85rem; }
.legend svg { width: 1.4rem; height: 0.75rem; vertical-align: middle; }
.reasons li { margin: 0.2rem 0; overflow-wrap: anywhere; }
#machines .id { display: block; color: var(--quiet); font-size: 0.85rem; }
#machines td, #machines th { vertical-align: top; }
.badge { white-space: nowrap; }
`;

/** Style sheet of a drill's page, and what the page may load: nothing but it. */
export function drillStyle(): { readonly style: string; readonly contentSecurityPolicy: string } {
  const style = `${loadAssets().style}${timelineStyle}`;
  const digest = createHash("sha256").update(style).digest("base64");
  return {
    style,
    contentSecurityPolicy: `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`,
  };
}
