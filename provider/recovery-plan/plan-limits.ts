import { isEdition } from "../../limits/editions";
import { recoveryPlanFromAzureSiteRecovery } from "../../limits/facts/from-azure-siterecovery";
import { findingLine } from "../../limits/finding-text";
import type { Finding } from "../../limits/findings";
import { completeScope, createJudge, ScenarioError, type Judge } from "../../limits/judge";
import { scenarios, type Scenario } from "../../limits/scenarios";
import {
  isPropertyList,
  isPropertyMap,
  openSecrets,
  stringOf,
  UnknownValue,
  type PropertyMap,
  type PropertyValue,
} from "../../plugin-protocol/property-value";
import type { CheckContext, CheckOutcome } from "../resource-definition";
import { microsoftAzure } from "./plan-properties";

/**
 * Holds a plan against the documented limits. A plan does not say what is replicated to where: only what no scenario
 * that it can be of allows is reported.
 */
export function planLimits(inputs: PropertyMap, { edition }: Pick<CheckContext, "edition">): CheckOutcome {
  if (!isEdition(edition)) return { problems: [] };
  const judges = possibleScenarios(inputs).flatMap((scenario) => judgeOf(edition, scenario) ?? []);
  const { facts } = recoveryPlanFromAzureSiteRecovery(plain(openSecrets(inputs)));
  const judged = judges.map((judge) => {
    const rules = judge.rulesFor("recovery-plan").filter(({ moments }) => moments.includes("resource"));
    return judge.judge("recovery-plan", facts, rules).findings;
  });
  const [first = [], ...others] = judged;
  const common = first.filter((finding) =>
    others.every((findings) => findings.some((other) => same(finding, other))),
  );
  const said = (severity: Finding["severity"]) => common.filter((finding) => finding.severity === severity);
  return {
    problems: said("error").map((finding) => ({
      property: finding.path ?? "",
      reason: findingLine(finding),
    })),
    warnings: said("warning").map(findingLine),
  };
}

function possibleScenarios(inputs: PropertyMap): readonly Scenario[] {
  const primary = stringOf(inputs["primaryFabricId"])?.toLowerCase();
  const recovery = stringOf(inputs["recoveryFabricId"])?.toLowerCase();
  if (inputs["zones"] !== undefined || (primary !== undefined && primary === recovery))
    return ["azure-to-azure"];
  if (recovery === undefined) return scenarios;
  return recovery === microsoftAzure.toLowerCase()
    ? scenarios.filter((scenario) => scenario.endsWith("-to-azure") && scenario !== "azure-to-azure")
    : scenarios.filter((scenario) => scenario === "azure-to-azure" || scenario.endsWith("-to-secondary"));
}

const notKnownYet = Promise.resolve();

const judges = new Map<string, Judge | undefined>();

/** Undefined for a scenario that the edition does not document, or that cannot be had. */
function judgeOf(edition: Judge["scope"]["edition"], scenario: Scenario): Judge | undefined {
  const key = `${edition} ${scenario}`;
  if (!judges.has(key)) {
    const asOf = new Date().toISOString().slice(0, "2000-01-01".length);
    try {
      judges.set(key, createJudge(completeScope({ edition, scenario, asOf })));
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      judges.set(key, undefined);
    }
  }
  return judges.get(key);
}

function same(left: Finding, right: Finding): boolean {
  return left.ref === right.ref && left.path === right.path;
}

/** Inputs for the adapters of facts, which take what is not known yet for a promise. */
function plain(value: PropertyValue): unknown {
  if (value instanceof UnknownValue) return notKnownYet;
  if (isPropertyList(value)) return value.map(plain);
  if (!isPropertyMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}
