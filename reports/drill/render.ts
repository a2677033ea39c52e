import type { DrillEvidence } from "../../operations/drill/evidence";
import type { Terminal } from "../terminal";
import { drillHtmlChunks } from "./html/document";
import { drillJunit } from "./junit";
import { drillMarkdown } from "./markdown";
import { drillTable } from "./table";

export const drillFormats = ["table", "json", "junit", "markdown", "html"] as const;

export type DrillFormat = (typeof drillFormats)[number];

/** A drill in pieces. */
export function renderDrillChunks(
  evidence: DrillEvidence,
  format: DrillFormat,
  terminal?: Terminal,
): Iterable<string> {
  switch (format) {
    case "table":
      return [drillTable(evidence, terminal)];
    case "json":
      return [`${JSON.stringify(evidence, undefined, 2)}\n`];
    case "junit":
      return [drillJunit(evidence)];
    case "markdown":
      return [drillMarkdown(evidence)];
    case "html":
      return drillHtmlChunks(evidence);
  }
}
