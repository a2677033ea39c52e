import type { VaultCheck } from "../../operations/check/vault-check";
import type { Terminal } from "../terminal";
import { csvChunks } from "./csv";
import { htmlChunks } from "./html/document";
import { jsonChunks } from "./json";
import { junitChunks } from "./junit";
import { markdownChunks } from "./markdown";
import { sarifChunks } from "./sarif";
import { tableChunks } from "./table";

export const checkFormats = ["table", "json", "csv", "sarif", "junit", "markdown", "html"] as const;

export type CheckFormat = (typeof checkFormats)[number];

export interface CheckReportOptions {
  /** Only the terminal table looks at it; text without colours by default. */
  readonly terminal?: Terminal;
}

const renderers: Readonly<
  Record<CheckFormat, (check: VaultCheck, options: CheckReportOptions) => Iterable<string>>
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
export function renderCheckChunks(
  check: VaultCheck,
  format: CheckFormat,
  options: CheckReportOptions = {},
): Iterable<string> {
  return renderers[format](check, options);
}
