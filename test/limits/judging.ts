import { describe, expect, it } from "vitest";
import type { SubjectKind, Subjects } from "../../limits/facts/subjects";
import { completeScope, createJudge } from "../../limits/judge";
import type { Rule, Scope } from "../../limits/rules/rule";

/** What one rule said, in the few words that tables in tests compare. */
export interface Said {
  /** `error disk Hard disk 1: 2049 GiB` per finding. */
  readonly findings: readonly string[];
  readonly missing: readonly string[];
  readonly applies: boolean;
}

export type ScopeOf = Pick<Scope, "edition" | "scenario"> & Partial<Scope>;

/** Scopes that tables name; edition and scenario decide which limits a rule finds. */
export const scopes = {
  vmware2016: { edition: "2016-12", scenario: "vmware-to-azure" },
  physical2016: { edition: "2016-12", scenario: "physical-to-azure" },
  hyperv2016: { edition: "2016-12", scenario: "hyperv-to-azure" },
  vmm2016: { edition: "2016-12", scenario: "hyperv-vmm-to-azure" },
  secondary2016: { edition: "2016-12", scenario: "hyperv-vmm-to-secondary" },
  vmware2019: { edition: "2019-05", scenario: "vmware-to-azure" },
  physical2019: { edition: "2019-05", scenario: "physical-to-azure" },
  migration2019: { edition: "2019-05", scenario: "vmware-to-azure", intent: "migration" },
  vmware: { edition: "current", scenario: "vmware-to-azure" },
  migration: { edition: "current", scenario: "vmware-to-azure", intent: "migration" },
  physical: { edition: "current", scenario: "physical-to-azure" },
  hyperv: { edition: "current", scenario: "hyperv-to-azure" },
  vmm: { edition: "current", scenario: "hyperv-vmm-to-azure" },
  azure: { edition: "current", scenario: "azure-to-azure" },
} as const satisfies Readonly<Record<string, ScopeOf>>;

const judges = new Map<string, ReturnType<typeof createJudge>>();

/** Judges a subject by one rule alone, over the real matrix. */
export function judgeBy<K extends SubjectKind>(rule: Rule<K>, scope: ScopeOf, subject: unknown): Said {
  const complete = completeScope({ asOf: "2026-11-01", ...scope });
  const key = JSON.stringify(complete);
  const judge = judges.get(key) ?? createJudge(complete);
  judges.set(key, judge);
  if (!judge.rulesFor(rule.subject).some((other) => other.name === rule.name)) {
    return { findings: [], missing: [], applies: false };
  }
  const said = judge.judge(rule.subject, subject as Subjects[K], [rule]);
  return {
    findings: said.findings.map(
      ({ severity, subject: what, observed }) => `${severity} ${what}: ${observed}`,
    ),
    missing: said.undecided.flatMap((undecided) => undecided.missing),
    applies: said.decided + said.undecided.length > 0,
  };
}

/** One row of a rule's table: what it says about a subject in a scope. */
export type Case = readonly [
  name: string,
  scope: keyof typeof scopes,
  subject: unknown,
  said:
    | { readonly findings?: readonly string[]; readonly missing?: readonly string[] }
    | "kept"
    | "does not apply",
];

/** Runs a rule's table. */
export function describeRule<K extends SubjectKind>(rule: Rule<K>, cases: readonly Case[]): void {
  describe(rule.name, () => {
    it.each(cases)("%s (%s)", (_name, scope, subject, said) => {
      const expected =
        said === "does not apply"
          ? { findings: [], missing: [], applies: false }
          : { findings: [], missing: [], applies: true, ...(said === "kept" ? {} : said) };
      expect(judgeBy(rule, scopes[scope], subject)).toEqual(expected);
    });
  });
}
