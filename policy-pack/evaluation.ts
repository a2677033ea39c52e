import type { Finding } from "../limits/findings";
import { createJudge, ScenarioError, type Judge } from "../limits/judge";
import type { Rule, Scope } from "../limits/rules/rule";
import { WaiverBook, type Waiver } from "../limits/waivers";
import { Contradictions } from "./contradictions";
import { deploymentFacts, type JudgeableDeployment } from "./deployment-facts";
import { deployments } from "./deployments";
import { judged } from "./judging";
import { linksOf } from "./links";
import { participation } from "./participation";
import type { Program, ProgramResource } from "./program";
import type { Report } from "./reporting";
import { scopesIn, type Scopes } from "./scopes";
import type { Seen } from "./seen";
import type { RunSettings } from "./settings";

/** What the rules of the pack have to report about a run, and what the settings have. */
export interface Evaluation {
  /** By the name of the rule. */
  readonly reports: ReadonlyMap<string, readonly Report[]>;
  readonly settings: readonly Report[];
}

/** Judges everything that takes part in replication by all rules of the pack. */
export function evaluate(program: Program, rules: readonly Rule[], run: RunSettings): Evaluation {
  const reports = new Map<string, Report[]>(rules.map((rule) => [rule.name, []]));
  const waivers = new WaiverBook(run.settings.waivers ?? [], run.asOf);
  const refused = new Map<string, Report>();
  const contradictions = new Contradictions();
  const links = linksOf(program);
  const taking = participation(program, run.settings.scope === "everything");
  for (const deployment of deployments(program, taking)) {
    const judgeable = deploymentFacts(deployment, program, links, run.settings.facts);
    const scopesFor = scopesIn(deployment, program, run);
    const judgesFor = new Map<Scopes, readonly Judge[]>();
    const site = deployment.vault ?? deployment.members[0];
    for (const subject of subjectsOf(judgeable, site)) {
      const isWhole = subject.kind === "deployment";
      const scopes = scopesFor(isWhole ? undefined : subject.resource);
      const judges = judgesFor.get(scopes) ?? judgesOf(scopes, rules, refused, site?.urn);
      judgesFor.set(scopes, judges);
      if (judges.length > 0) contradictions.note(subject, scopes);
      const resourceOf = (finding: Finding): ProgramResource =>
        (isWhole ? judgeable.whole.resourceAt(finding.path ?? "", finding.subject) : undefined) ??
        subject.resource;
      for (const rule of rules) {
        if (rule.subject !== subject.kind) continue;
        const question = { subject, judges, scopes, waivers, program, resourceOf };
        reports.get(rule.name)?.push(...judged(rule, question));
      }
    }
  }
  return {
    reports,
    settings: settingsReports(run, waivers, [...refused.values(), ...contradictions.reports()]),
  };
}

/** The parts one by one, and the deployment as a whole, which stands at its vault. */
function subjectsOf(judgeable: JudgeableDeployment, resource: ProgramResource | undefined): readonly Seen[] {
  const { facts, unknown, unreadable } = judgeable.whole;
  return [
    ...judgeable.parts,
    ...(resource === undefined
      ? []
      : [{ kind: "deployment" as const, facts, unknown, unreadable, resource }]),
  ];
}

/** The judges of the scopes that hold; a scenario that the edition does not document is refused, once. */
function judgesOf(
  { scopes, certain, how }: Scopes,
  rules: readonly Rule[],
  refused: Map<string, Report>,
  urn: string | undefined,
): readonly Judge[] {
  return scopes.flatMap((scope) => {
    try {
      return [judgeOf(scope, rules)];
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      // Where any scenario may hold, the documented ones remain.
      if (certain) refused.set(error.message, refusal(error, how, urn));
      return [];
    }
  });
}

function refusal(error: Error, how: string, urn: string | undefined): Report {
  const message = `${error.message} (The scenario: ${how}.)`;
  return urn === undefined ? { message } : { message, urn };
}

const judgesOfRules = new WeakMap<readonly Rule[], Map<string, Judge>>();

function judgeOf(scope: Scope, rules: readonly Rule[]): Judge {
  const judges = judgesOfRules.get(rules) ?? new Map<string, Judge>();
  judgesOfRules.set(rules, judges);
  const key = JSON.stringify(scope);
  const judge = judges.get(key) ?? createJudge(scope, undefined, rules);
  judges.set(key, judge);
  return judge;
}

function settingsReports(
  run: RunSettings,
  waivers: WaiverBook,
  refused: readonly Report[],
): readonly Report[] {
  const about = ({ rule, subject, owner, reason }: Waiver, what: string): Report => ({
    message: `The waiver of ${rule} for ${subject} (${owner}: ${reason}) ${what}`,
    level: "advisory",
  });
  return [
    ...run.problems.map((message) => ({ message })),
    ...refused,
    ...waivers.expired.map((waiver) =>
      about(waiver, `expired on ${waiver.expires}: what it covered counts in full. Mend that, or renew it.`),
    ),
    ...waivers.unused.map((waiver) => about(waiver, "covers nothing in this stack: remove it.")),
  ];
}
