import type { Plan } from "../../estate/plan";
import type { Terminal } from "../terminal";
import { planHtmlChunks, type PlanReportOptions } from "./html/document";
import { planTableChunks } from "./table";

export const planFormats = ["table", "json", "html"] as const;

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
      return [`${JSON.stringify(plan, undefined, 2)}\n`];
    case "html":
      return planHtmlChunks(plan, options);
  }
}
