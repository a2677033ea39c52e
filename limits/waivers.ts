import { z } from "zod";
import type { Finding } from "./findings";

/** An accepted exception: one rule, one subject, until a date. */
export const waiverSchema = z.strictObject({
  rule: z.string().min(1).meta({ description: "Name of the rule, or its reference (ASR-0012)." }),
  subject: z.string().min(1).meta({
    description:
      "The judged thing, compared without case: a machine by name or id, a resource by name, URN or Azure id, or what a finding names; * for all.",
  }),
  reason: z.string().min(1),
  owner: z.string().min(1),
  expires: z.iso.date().meta({ description: "Last day on which the waiver holds." }),
});

export type Waiver = Readonly<z.infer<typeof waiverSchema>>;

/** What a judged thing goes by: names, and a test for names that are not compared letter by letter (Azure ids). */
export interface WaivedSubject {
  readonly names: readonly string[];
  readonly isCalled?: (subject: string) => boolean;
}

/** The waivers of one evaluation, and which of them found something to waive. */
export class WaiverBook {
  readonly #byRule = new Map<string, Waiver[]>();
  readonly #used = new Set<Waiver>();

  /** @param asOf ISO date on which they have to hold, their own included. */
  constructor(
    readonly waivers: readonly Waiver[],
    readonly asOf: string,
  ) {
    for (const waiver of waivers) {
      // A renewed waiver often stands below the expired one.
      if (waiver.expires < asOf) continue;
      const rule = waiver.rule.toLowerCase();
      const known = this.#byRule.get(rule);
      if (known === undefined) this.#byRule.set(rule, [waiver]);
      else known.push(waiver);
    }
  }

  /** The finding with the waiver that covers it. It stays a finding: whoever reports shows it as waived. */
  apply(finding: Finding, subject: WaivedSubject): Finding {
    const waiver = [finding.rule, finding.ref.toLowerCase()]
      .flatMap((rule) => this.#byRule.get(rule) ?? [])
      .find((candidate) => covers(candidate, finding, subject));
    if (waiver === undefined) return finding;
    this.#used.add(waiver);
    const { reason, owner, expires } = waiver;
    return { ...finding, waiver: { reason, owner, expires } };
  }

  /** The findings about one thing, each with the waiver that covers it. */
  applyAll(findings: readonly Finding[], subject: WaivedSubject): readonly Finding[] {
    return this.#byRule.size === 0 ? findings : findings.map((finding) => this.apply(finding, subject));
  }

  /** Waivers whose date has passed: what they named counts in full. */
  get expired(): readonly Waiver[] {
    return this.waivers.filter((waiver) => waiver.expires < this.asOf);
  }

  /** Waivers that hold and name no finding. */
  get unused(): readonly Waiver[] {
    return this.waivers.filter((waiver) => waiver.expires >= this.asOf && !this.#used.has(waiver));
  }
}

function covers(waiver: Waiver, finding: Finding, { names, isCalled }: WaivedSubject): boolean {
  const subject = waiver.subject.toLowerCase();
  return (
    subject === "*" ||
    [finding.subject, ...names].some((name) => name.toLowerCase() === subject) ||
    isCalled?.(waiver.subject) === true
  );
}
