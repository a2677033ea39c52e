import { z } from "zod";
import type { Finding } from "./findings";

/** An accepted exception: one rule, one subject, until a date. */
export const waiverSchema = z.strictObject({
  /** Name of the rule, or its reference (`ASR-0012`). */
  rule: z.string().min(1),
  /** Name of the judged thing: a machine, a resource, its URN or id; `*` for all. Compared without case. */
  subject: z.string().min(1),
  reason: z.string().min(1),
  owner: z.string().min(1),
  /** Last ISO date on which it holds. */
  expires: z.iso.date(),
});

export type Waiver = Readonly<z.infer<typeof waiverSchema>>;

/** The waivers of one evaluation, and which of them found something to waive. */
export class WaiverBook {
  readonly #used = new Set<Waiver>();

  /** @param asOf ISO date on which they have to hold. */
  constructor(
    readonly waivers: readonly Waiver[],
    readonly asOf: string,
  ) {}

  /**
   * The finding with the waiver that covers it. It stays a finding: whoever reports shows it as waived.
   *
   * @param names Names that the judged thing goes by, besides the finding's own subject.
   */
  apply(finding: Finding, names: readonly string[]): Finding {
    // A renewed waiver often stands below the expired one.
    const waiver = this.waivers.find(
      (candidate) => candidate.expires >= this.asOf && covers(candidate, finding, names),
    );
    if (waiver === undefined) return finding;
    this.#used.add(waiver);
    const { reason, owner, expires } = waiver;
    return { ...finding, waiver: { reason, owner, expires } };
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

function covers(waiver: Waiver, finding: Finding, names: readonly string[]): boolean {
  const rule = waiver.rule.toLowerCase();
  if (rule !== finding.rule && rule !== finding.ref.toLowerCase()) return false;
  const subject = waiver.subject.toLowerCase();
  return subject === "*" || [finding.subject, ...names].some((name) => name.toLowerCase() === subject);
}
