import * as pulumi from "@pulumi/pulumi";
import { defaultEdition, editions, isEdition } from "../../limits/editions";
import { findingLine } from "../../limits/finding-text";
import type { SubjectKind, Subjects } from "../../limits/facts/subjects";
import { completeScope, createJudge, ScenarioError, type Judge } from "../../limits/judge";
import { experiences, intents, isScenario, scenarios } from "../../limits/scenarios";
import type {
  DocumentEdition,
  ReplicationExperience,
  ReplicationIntent,
  ReplicationScenario,
} from "../enumerations";
import type { InputProblem } from "../inputs/input-problems";

/** By which documents, and as which scenario, the arguments of a component are judged. */
export interface DocumentedLimitsArgs {
  /**
   * Edition of the Site Recovery documentation whose limits hold. Default: stack configuration
   * `azure-siterecovery:edition`, else `current`.
   */
  edition?: DocumentEdition;
  /** What is replicated to where. */
  scenario?: ReplicationScenario;
  /** VMware and physical servers only. Default: `modernized` in edition `current`, else `classic`. */
  experience?: ReplicationExperience;
  /** What the replication is for. Default: `disaster-recovery`. */
  intent?: ReplicationIntent;
}

/** The limits of one component's scope. Without a scenario there are none: the documents state limits by scenario. */
export interface DocumentedLimits {
  readonly judge: Judge | undefined;
  /** The scope as it was given, without defaults. */
  readonly given: DocumentedLimitsArgs;
  /** What is wrong with the scope itself. */
  readonly problems: readonly InputProblem[];
}

/**
 * The limits by which a component is judged.
 *
 * @param chosenBy Argument that a user can change where the documents say nothing of a scenario: the edition, in
 * components that stand for one scenario.
 */
export function documentedLimits(
  args: DocumentedLimitsArgs,
  chosenBy: "scenario" | "edition" = "scenario",
): DocumentedLimits {
  const configured = new pulumi.Config("azure-siterecovery").get("edition");
  const edition = args.edition ?? configured ?? defaultEdition;
  const problems = [
    ...oneOf("edition", edition, editions),
    ...oneOf("scenario", args.scenario, scenarios),
    ...oneOf("experience", args.experience, experiences),
    ...oneOf("intent", args.intent, intents),
  ];
  const { scenario } = args;
  if (problems.length > 0 || !isEdition(edition) || !isScenario(scenario))
    return { judge: undefined, given: args, problems };
  try {
    return { judge: judgeOf(args, edition, scenario), given: args, problems: [] };
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return { judge: undefined, given: args, problems: [{ propertyPath: chosenBy, reason: error.message }] };
  }
}

const judges = new Map<string, Judge>();

function judgeOf(args: DocumentedLimitsArgs, edition: DocumentEdition, scenario: ReplicationScenario): Judge {
  const scope = completeScope({
    edition,
    scenario,
    ...(args.experience === undefined ? {} : { experience: args.experience }),
    ...(args.intent === undefined ? {} : { intent: args.intent }),
    asOf: new Date().toISOString().slice(0, "2000-01-01".length),
  });
  const key = JSON.stringify(scope);
  const judge = judges.get(key) ?? createJudge(scope);
  judges.set(key, judge);
  return judge;
}

/** What the rules say about the facts of a component: errors stop it, warnings are printed. */
export interface LimitFindings {
  readonly errors: readonly InputProblem[];
  readonly warnings: readonly InputProblem[];
}

/**
 * Judges facts by the rules that speak at construction.
 *
 * @param pathOf The argument behind a fact, by the fact's path (`sku`, `subnets[0].addressPrefix`).
 */
export function judgeFacts<K extends SubjectKind>(
  limits: DocumentedLimits,
  kind: K,
  facts: Subjects[K],
  pathOf: (factPath: string) => string = (factPath) => factPath,
): LimitFindings {
  if (limits.judge === undefined) return { errors: [], warnings: [] };
  const rules = limits.judge.rulesFor(kind).filter((rule) => rule.moments.includes("component"));
  const { findings } = limits.judge.judge(kind, facts, rules);
  const problems = (severity: "error" | "warning"): InputProblem[] =>
    findings
      .filter((finding) => finding.severity === severity)
      .map((finding) => ({ propertyPath: pathOf(finding.path ?? ""), reason: findingLine(finding) }));
  return { errors: problems("error"), warnings: problems("warning") };
}

function oneOf(name: string, value: unknown, allowed: readonly string[]): readonly InputProblem[] {
  return value === undefined || (typeof value === "string" && allowed.includes(value))
    ? []
    : [
        {
          propertyPath: name,
          reason: `${JSON.stringify(value)} is none of ${allowed.join(", ")}: use one of them.`,
        },
      ];
}
