import { expect } from "vitest";
import { defaultEdition, type Edition } from "../../../limits/editions";
import { limitValueText } from "../../../limits/finding-text";
import { loadMatrix } from "../../../limits/matrix/load";
import type { Limit } from "../../../limits/matrix/schema";
import { allRules } from "../../../limits/rules/registry.gen";
import type { Ended } from "../engine";
import { said, type StackLife } from "./stack-life";

/** One thing that is wrong with a stack: its twin with this configuration must be refused, by this rule and limit. */
export interface Twin {
  readonly rule: string;
  /** Id of the limit in the matrix; its value must stand in the refusal. */
  readonly limit: string;
  /** Configuration that makes the twin, by the key without the project's name. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Who refuses: the policy pack, at its full level, or a component before anything of it is registered. */
export type Refuser = "policies" | "component";

export interface TwinScope {
  readonly edition?: Edition;
  /** Scenario whose row of the limit holds. */
  readonly scenario: string;
}

/**
 * One preview of a stack with everything wrong that the twins name: each of their rules must refuse it, with the limit
 * as the matrix has it. The configuration is afterwards what it was.
 */
export async function expectRefused(
  life: StackLife,
  by: Refuser,
  { scenario, edition = defaultEdition }: TwinScope,
  twins: readonly Twin[],
): Promise<void> {
  const before = life.settings();
  const changes = Object.assign({}, ...twins.map(({ settings }) => settings)) as Record<string, unknown>;
  await life.configure(changes);
  // A component refuses by itself: without the pack the preview is quicker.
  const preview = await (by === "policies" ? life.preview() : life.project.preview());
  await life.configure(Object.fromEntries(Object.keys(changes).map((key) => [key, before[key]])));
  expectRefusal(preview, by, { scenario, edition }, twins);
}

/** That a command was refused by each of these rules. */
export function expectRefusal(
  ended: Ended,
  by: Refuser,
  { scenario, edition = defaultEdition }: TwinScope,
  rules: readonly Pick<Twin, "rule" | "limit">[],
): void {
  expect(ended.code, said(ended)).not.toBe(0);
  for (const { rule, limit } of rules) {
    expect(said(ended)).toMatch(refusal(by, rule, limitOf(limit, edition, scenario)));
  }
}

/** A limit of the matrix, so that a twin can go just beyond it. */
export function limitOf(id: string, edition: Edition, scenario: string): Limit {
  const found = loadMatrix().find(
    (limit) =>
      limit.id === id &&
      limit.edition === edition &&
      (limit.scenarios as readonly string[]).includes(scenario),
  );
  if (found === undefined) throw new Error(`${edition} has no ${id} for ${scenario}.`);
  return found;
}

/** The number of a limit that is one. */
export function numberOf(id: string, scenario: string, edition: Edition = defaultEdition): number {
  const { value } = limitOf(id, edition, scenario);
  if (typeof value !== "number") throw new Error(`${id} is no number: ${JSON.stringify(value)}.`);
  return value;
}

const minutesPerDay = 24 * 60;

/** Recovery points that are kept a day longer than documented. */
export function keptTooLong(scenario: string): Twin & {
  readonly settings: { readonly policy: { readonly recoveryPointRetentionInMinutes: number } };
} {
  const limit = "replication-policy.retention.max";
  const recoveryPointRetentionInMinutes = (numberOf(limit, scenario) + 1) * minutesPerDay;
  return {
    rule: "recovery-point-retention",
    limit,
    settings: { policy: { recoveryPointRetentionInMinutes } },
  };
}

/** A cache account on the other side of the replication. */
export function farCache(cacheRegion: string): Twin {
  return { rule: "cache-storage-region", limit: "azure-storage.cache.region", settings: { cacheRegion } };
}

/** The message of a rule, with its reference, and the limit in it. */
function refusal(by: Refuser, rule: string, limit: Limit): RegExp {
  const ref = allRules.find(({ name }) => name === rule)?.ref;
  if (ref === undefined) throw new Error(`No rule is called ${rule}.`);
  const level = by === "policies" ? `\\[mandatory\\][^\\n]* ${rule} [^]{0,300}?` : "";
  return new RegExp(`${level}${ref} ${rule}\\b[^]{0,2000}?[Ll]imit: +${escaped(limitValueText(limit))}`);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
