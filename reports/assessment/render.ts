import type { Assessment } from "../../estate/assessment";
import type { EstateMachine } from "../../estate/document";
import type { Terminal } from "../terminal";
import { csvChunks } from "./csv";
import { htmlChunks } from "./html/document";
import { jsonChunks } from "./json";
import { junitChunks } from "./junit";
import { markdownChunks } from "./markdown";
import { sarifChunks } from "./sarif";
import { tableChunks } from "./table";

export const assessmentFormats = ["table", "json", "csv", "sarif", "junit", "markdown", "html"] as const;

export type AssessmentFormat = (typeof assessmentFormats)[number];

/** What a report says besides the assessment itself. */
export interface ReportOptions {
  /** Files the inventory was read from, as the user named them. */
  readonly sources?: readonly string[];
  /** What reading them left open, one line each. */
  readonly notes?: readonly string[];
  /** The machines as the inventory describes them, in the order of the assessment; the HTML report shows facts of them. */
  readonly machines?: readonly EstateMachine[];
  /** Only the terminal table looks at it; text without colours by default. */
  readonly terminal?: Terminal;
}

const renderers: Readonly<
  Record<AssessmentFormat, (assessment: Assessment, options: ReportOptions) => Iterable<string>>
> = {
  table: tableChunks,
  json: jsonChunks,
  csv: csvChunks,
  sarif: sarifChunks,
  junit: junitChunks,
  markdown: markdownChunks,
  html: htmlChunks,
};

/** The report in pieces, so that a large one is never held as a whole. */
export function renderAssessmentChunks(
  assessment: Assessment,
  format: AssessmentFormat,
  options: ReportOptions = {},
): Iterable<string> {
  return renderers[format](assessment, options);
}

/** The report as one text. */
export function renderAssessment(
  assessment: Assessment,
  format: AssessmentFormat,
  options: ReportOptions = {},
): string {
  return [...renderAssessmentChunks(assessment, format, options)].join("");
}
