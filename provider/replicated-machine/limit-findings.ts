import { defaultEdition, isEdition } from "../../limits/editions";
import { protectedItemFromReplicatedMachine } from "../../limits/facts/from-azure-siterecovery";
import { findingLine } from "../../limits/finding-text";
import { completeScope, createJudge, ScenarioError, type Judge } from "../../limits/judge";
import type { Scenario } from "../../limits/scenarios";
import {
  isPropertyList,
  isPropertyMap,
  SecretValue,
  stringOf,
  UnknownValue,
  type PropertyMap,
  type PropertyValue,
} from "../../plugin-protocol/property-value";
import type { CheckProblem } from "../resource-definition";
import type { KindName, MachineKind } from "./machine-kind";

/** The documented scenario that a way of replicating belongs to. */
const scenarios: Readonly<
  Record<KindName, { readonly scenario: Scenario; readonly experience?: "modernized" | "classic" }>
> = {
  a2a: { scenario: "azure-to-azure" },
  inMageRcm: { scenario: "vmware-to-azure", experience: "modernized" },
  inMageAzureV2: { scenario: "vmware-to-azure", experience: "classic" },
  hyperVReplicaAzure: { scenario: "hyperv-to-azure" },
};

/** What the rules say about a machine: errors stop it, the rest is a warning. */
export interface LimitFindings {
  readonly problems: readonly CheckProblem[];
  readonly warnings: readonly string[];
}

/** Judges what is known of the inputs by the limits of an edition. */
export function limitFindings(kind: MachineKind, inputs: PropertyMap, editionAsked: string): LimitFindings {
  const edition = isEdition(editionAsked) ? editionAsked : defaultEdition;
  let judge: Judge;
  try {
    judge = judgeOf(scopeOf(kind, inputs), edition);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return { problems: [], warnings: [error.message] };
  }
  // What is not known yet is no fact: the rules decide nothing from it, and are asked again when it is.
  const { facts } = protectedItemFromReplicatedMachine(plain(inputs));
  const rules = judge.rulesFor("protected-item").filter((rule) => rule.moments.includes("component"));
  const { findings } = judge.judge("protected-item", facts, rules);
  const lines = (severity: string) =>
    findings.filter((finding) => finding.severity === severity).map((finding) => findingLine(finding));
  return {
    problems: lines("error").map((reason) => ({ property: kind.input, reason })),
    warnings: lines("warning"),
  };
}

const judges = new Map<string, Judge>();

type ScenarioOfKind = (typeof scenarios)[KindName];

/** An appliance discovers physical servers in a site of their own; those of a configuration server do not tell. */
function scopeOf(kind: MachineKind, inputs: PropertyMap): ScenarioOfKind {
  const scope = scenarios[kind.input];
  return kind.input === "inMageRcm" && /\/ServerSites\//i.test(stringOf(kind.sourceOf(inputs)) ?? "")
    ? { ...scope, scenario: "physical-to-azure" }
    : scope;
}

function judgeOf(scope: ScenarioOfKind, edition: string): Judge {
  const key = `${scope.scenario} ${scope.experience ?? ""} ${edition}`;
  const judge =
    judges.get(key) ??
    createJudge(
      completeScope({
        ...scope,
        edition: edition as typeof defaultEdition,
        asOf: new Date().toISOString().slice(0, "2000-01-01".length),
      }),
    );
  judges.set(key, judge);
  return judge;
}

/** Values without secrets' wrappers; what is not known yet is a promise, which the facts' readers take for "unknown". */
function plain(value: PropertyValue): unknown {
  if (value instanceof SecretValue) return plain(value.value);
  if (value instanceof UnknownValue) return pending;
  if (isPropertyList(value)) return value.map(plain);
  if (isPropertyMap(value))
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
  return value;
}

const pending = Promise.resolve();
