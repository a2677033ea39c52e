import type { Plan } from "../../estate/plan";
import type { Terminal } from "../terminal";
import { planCsvChunks } from "./csv";
import { planHtmlChunks, type PlanReportOptions } from "./html/document";
import { planJsonChunks } from "./json";
import { planTableChunks } from "./table";

export const planFormats = ["table", "json", "html", "csv"] as const;

export type PlanFormat = (typeof planFormats)[number];

/** The plan in pieces. */
export function renderPlanChunks(
  plan: Plan,
  format: PlanFormat,
  options: PlanReportOptions & { readonly terminal?: Terminal } = {},
): Iterable<string> {
  switch (format) {
    case "table":
      return planTableChunks(plan, options.terminal);
    case "json":
      return planJsonChunks(plan);
    case "html":
      return planHtmlChunks(plan, options);
    case "csv":
      return planCsvChunks(plan);
  }
}
