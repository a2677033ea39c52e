import type { Plan } from "../../estate/plan";
import type { Terminal } from "../terminal";
import { planTableChunks } from "./table";

export const planFormats = ["table", "json"] as const;

export type PlanFormat = (typeof planFormats)[number];

/** The plan in pieces. */
export function renderPlanChunks(plan: Plan, format: PlanFormat, terminal?: Terminal): Iterable<string> {
  return format === "json" ? planJsonChunks(plan) : planTableChunks(plan, terminal);
}

/** `asr-plan/1` as JSON. */
export function planJsonChunks(plan: Plan): Iterable<string> {
  return [`${JSON.stringify(plan, undefined, 2)}\n`];
}
