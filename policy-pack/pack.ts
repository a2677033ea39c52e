import type {
  PolicyPackArgs,
  ResourceValidationPolicy,
  StackValidationArgs,
  StackValidationPolicy,
} from "@pulumi/policy";
import { editions } from "../limits/editions";
import type { Limit } from "../limits/matrix/schema";
import { loadMatrix } from "../limits/matrix/load";
import { normalizeToken } from "../limits/facts/from-azure-native";
import { allRules } from "../limits/rules/registry.gen";
import type { Rule } from "../limits/rules/rule";
import { configuredPolicies } from "./configured-policies";
import { evaluate, type Evaluation } from "./evaluation";
import { misnamedPolicies } from "./misnamed-policies";
import { failedMessage, noSettingsMessage } from "./messages";
import { plainInputs } from "./plain-inputs";
import { readProgram } from "./program";
import { reportTo } from "./reporting";
import { remediationNames, remediationPolicies } from "./remediations";
import { watchedTokens } from "./resource-types";
import { readSettings, type RunSettings } from "./settings";
import { settingsConfigSchema } from "./settings-schema";

/** Name of the pack; policies have the names of their rules. */
export const packName = "azure-siterecovery";

/** Rules that can see their subject in a Pulumi program. */
export function packRules(rules: readonly Rule[] = allRules): readonly Rule[] {
  return rules.filter((rule) => rule.moments.includes("resource") || rule.moments.includes("stack"));
}

/** The stack itself: the first resource of every run. */
const stackToken = "pulumi:pulumi:Stack";

/** What the policies of one process share: they run one after the other, `settings` first. */
interface Run {
  /** Inputs by URN, as they were checked before the stack is analysed: the state has other shapes. */
  readonly inputs: Map<string, unknown>;
  evaluation: Evaluation | undefined;
  /** Read at the first resource, for policies that cannot wait for the whole stack. */
  settings: RunSettings | undefined;
}

/**
 * The pack: the policy `settings`, then one stack policy a rule, then the remediations. Rules are stack policies
 * because a rule has to know whether its subject takes part in replication, and only the whole stack tells.
 */
export function policyPack(
  rules: readonly Rule[] = packRules(),
  limits: readonly Limit[] = loadMatrix(),
): PolicyPackArgs {
  const run: Run = { inputs: new Map(), evaluation: undefined, settings: undefined };
  return {
    displayName: "Azure Site Recovery",
    description: "Documented limits of Azure Site Recovery, by edition of the documentation.",
    provider: "azure-native",
    tags: ["azure", "site-recovery", "disaster-recovery"],
    enforcementLevel: "mandatory",
    policies: [
      settingsPolicy(run, rules),
      ...rules.map((rule) => rulePolicy(run, rule, limits)),
      ...remediationPolicies(() => run.settings),
    ],
  };
}

function settingsPolicy(run: Run, rules: readonly Rule[]): ResourceValidationPolicy & StackValidationPolicy {
  return {
    name: "settings",
    displayName: "Settings of all rules",
    description: "Edition, scenario, scope and waivers that all rules of this pack share.",
    enforcementLevel: "mandatory",
    severity: "medium",
    tags: ["site-recovery"],
    configSchema: settingsConfigSchema(),
    validateResource: ({ type, urn, props, ...args }) => {
      if (run.settings === undefined || type === stackToken) run.settings = readSettings(args.getConfig());
      if (watchedTokens.has(normalizeToken(type))) run.inputs.set(urn, plainInputs(props));
    },
    validateStack: (args, report) => {
      run.evaluation = analysed(args, run, rules);
      const names = ["settings", ...rules.map(({ name }) => name), ...remediationNames];
      for (const message of misnamedPolicies(configuredPolicies() ?? [], names))
        reportTo(report, { message });
      for (const violation of run.evaluation.settings) reportTo(report, violation);
    },
  };
}

/**
 * A fault of ours in the analysis is one violation, at the level of `settings`: nothing was judged, and that must
 * not look like a pass. An exception would end the run for every pack.
 */
function analysed(args: StackValidationArgs, run: Run, rules: readonly Rule[]): Evaluation {
  try {
    const program = readProgram(args.resources, run.inputs);
    return evaluate(program, rules, readSettings(args.getConfig()));
  } catch (error) {
    return { reports: new Map(), settings: [{ message: failedMessage(error) }] };
  }
}

function rulePolicy(run: Run, rule: Rule, limits: readonly Limit[]): StackValidationPolicy {
  const own = limits.filter((limit) => rule.limits.includes(limit.id));
  return {
    name: rule.name,
    displayName: rule.title,
    description: rule.rationale,
    enforcementLevel: "mandatory",
    severity: own.some((limit) => limit.severity === "error") ? "high" : "medium",
    tags: ["site-recovery", rule.ref, ...new Set(own.map((limit) => limit.edition))],
    remediationSteps: rule.remedy,
    ...page(own),
    framework: framework(own),
    validateStack: (_args, report) => {
      if (run.evaluation === undefined) {
        reportTo(report, { message: noSettingsMessage(rule), level: "advisory" });
        return;
      }
      for (const violation of run.evaluation.reports.get(rule.name) ?? []) reportTo(report, violation);
    },
  };
}

function framework(limits: readonly Limit[]): NonNullable<StackValidationPolicy["framework"]> {
  const list = (values: readonly string[]): string => [...new Set(values)].join("; ");
  return {
    name: "Azure Site Recovery documentation",
    version: list(limits.map((limit) => limit.edition)),
    reference: list(limits.map((limit) => limit.source.section)),
    specification: list(limits.map((limit) => `${limit.source.document} (${limit.source.date})`)),
  };
}

/** The page of the newest document that the policy cites and that has one. */
function page(limits: readonly Limit[]): Pick<StackValidationPolicy, "url"> {
  const url = editions
    .toReversed()
    .flatMap((edition) => limits.filter((limit) => limit.edition === edition))
    .find(({ source }) => source.url !== undefined)?.source.url;
  return url === undefined ? {} : { url };
}
