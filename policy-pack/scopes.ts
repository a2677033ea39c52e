import { defaultEdition, isEdition } from "../limits/editions";
import { instanceTypeOfReplicatedMachine } from "../limits/facts/from-azure-siterecovery";
import { completeScope } from "../limits/judge";
import type { Scope } from "../limits/rules/rule";
import {
  experiences,
  hasExperience,
  isScenario,
  scenarios,
  type Experience,
  type Scenario,
} from "../limits/scenarios";
import type { Deployment } from "./deployments";
import { textAt, valueAt, type Program, type ProgramResource } from "./program";
import { isOurs, tokens } from "./resource-types";
import type { RunSettings } from "./settings";

/** By which limits a resource is judged, and how that was found out. */
export interface Scopes {
  readonly scopes: readonly Scope[];
  /** False: nothing tells the scenario; the scopes are all that the edition could mean. */
  readonly certain: boolean;
  /** How the scenario was found out, for the message. */
  readonly how: string;
}

/** What a policy or protected item of this kind replicates. Physical servers use the kinds of VMware. */
const scenarioOfInstanceType: Readonly<
  Record<string, { readonly scenario: Scenario; readonly experience?: Experience }>
> = {
  A2A: { scenario: "azure-to-azure" },
  InMageRcm: { scenario: "vmware-to-azure", experience: "modernized" },
  InMageRcmFailback: { scenario: "vmware-to-azure", experience: "modernized" },
  InMageAzureV2: { scenario: "vmware-to-azure", experience: "classic" },
  InMage: { scenario: "vmware-to-azure", experience: "classic" },
  HyperVReplicaAzure: { scenario: "hyperv-to-azure" },
  HyperVReplica: { scenario: "hyperv-vmm-to-secondary" },
  HyperVReplica2012R2: { scenario: "hyperv-vmm-to-secondary" },
  HyperVReplicaBlue: { scenario: "hyperv-vmm-to-secondary" },
};

/**
 * Whether what is of this kind can replicate in a scenario; undefined for kinds that are not known. Physical servers
 * use the kinds of VMware, and hosts under VMM those of Hyper-V.
 */
export function replicatesIn(instanceType: string, scenario: Scenario): boolean | undefined {
  const meaning = Object.hasOwn(scenarioOfInstanceType, instanceType)
    ? scenarioOfInstanceType[instanceType]?.scenario
    : undefined;
  if (meaning === undefined) return undefined;
  return (
    meaning === scenario ||
    (meaning === "vmware-to-azure" && scenario === "physical-to-azure") ||
    (meaning === "hyperv-to-azure" && scenario === "hyperv-vmm-to-azure")
  );
}

/**
 * The scopes of the resources of a deployment, and of all of it (no resource), in this order: the pack's settings;
 * the component that a resource descends from; the stack's configuration; a component of the same deployment; the
 * kinds of its replication policies and protected items; else every scenario.
 */
export function scopesIn(
  deployment: Deployment,
  program: Program,
  run: RunSettings,
): (resource: ProgramResource | undefined) => Scopes {
  // Looked for once: a deployment can have thousands of members.
  const near = firstDefined(deployment.members, (member) => scopeOfAncestors(member, program));
  const types = new Set(deployment.members.flatMap((member) => instanceTypeOf(member) ?? []));
  const viaVmm = deployment.members.some(isVmmMapping);
  const known = new Map<string, Scopes>();
  return (resource) => {
    const own = resource === undefined ? undefined : scopeOfAncestors(resource, program);
    const ownType = resource === undefined ? undefined : instanceTypeOf(resource);
    const key = JSON.stringify([own, ownType]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const scopes = settledScopes(
      { own, near, types: ownType === undefined ? [...types] : [ownType], viaVmm },
      run,
    );
    known.set(key, scopes);
    return scopes;
  };
}

/** What the program tells about the scenario of a resource. */
interface Evidence {
  /** Of the component it descends from. */
  readonly own: ComponentScope | undefined;
  /** Of a component of the same deployment. */
  readonly near: ComponentScope | undefined;
  /** Kinds of policies and protected items. */
  readonly types: readonly string[];
  /** Whether networks of VMM are mapped. */
  readonly viaVmm: boolean;
}

function settledScopes({ own, near, types, viaVmm }: Evidence, run: RunSettings): Scopes {
  const { settings } = run;
  const edition = settings.edition ?? own?.edition ?? run.stackEdition ?? near?.edition ?? defaultEdition;
  const complete = (scenario: Scenario, experience?: Experience): Scope =>
    completeScope({
      edition,
      scenario,
      asOf: run.asOf,
      ...withExperience(scenario, settings.experience ?? experience),
      ...intentOf(run, own ?? near),
    });
  const one = (scenario: Scenario, how: string, experience?: Experience): Scopes => ({
    scopes: [complete(scenario, experience)],
    certain: true,
    how,
  });

  if (settings.scenario !== undefined) return one(settings.scenario, "as the pack's settings say");
  if (own !== undefined) return one(own.scenario, "as its component says", own.experience);
  if (run.stackScenario !== undefined) return one(run.stackScenario, "as the stack's configuration says");
  if (near !== undefined)
    return one(near.scenario, "as a component of the same deployment says", near.experience);
  const derived = derivedScenarios(types, viaVmm);
  if (derived.length > 0) {
    return {
      scopes: derived.map(({ scenario, experience }) => complete(scenario, experience)),
      certain: true,
      how: `derived from ${derived.map(({ instanceType }) => instanceType).join(", ")}`,
    };
  }
  return {
    scopes: scenarios.flatMap((scenario) =>
      hasExperience(scenario) && settings.experience === undefined
        ? experiences.map((experience) => complete(scenario, experience))
        : [complete(scenario)],
    ),
    certain: false,
    how: "no component, setting or policy tells the scenario",
  };
}

function firstDefined<T, U>(items: readonly T[], find: (item: T) => U | undefined): U | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function withExperience(scenario: Scenario, experience: Experience | undefined) {
  return experience !== undefined && hasExperience(scenario) ? { experience } : {};
}

function intentOf(run: RunSettings, component: ComponentScope | undefined) {
  const intent = run.settings.intent ?? component?.intent;
  return intent === undefined ? {} : { intent };
}

type ComponentScope = Pick<Scope, "edition" | "scenario" | "experience" | "intent">;

/** The scope that a component above the resource registered. */
function scopeOfAncestors(resource: ProgramResource, program: Program): ComponentScope | undefined {
  const passed = new Set<string>();
  for (
    let at: ProgramResource | undefined = resource;
    at !== undefined && !passed.has(at.urn);
    at = at.parent === undefined ? undefined : program.get(at.parent)
  ) {
    passed.add(at.urn);
    if (!isOurs(at.type)) continue;
    const scope = valueAt(at.outputs, ["scope"]);
    const edition = textAt(scope, ["edition"]);
    const scenario = textAt(scope, ["scenario"]);
    const experience = textAt(scope, ["experience"]);
    if (!isEdition(edition) || !isScenario(scenario)) continue;
    return {
      edition,
      scenario,
      experience: experience === "classic" || experience === "modernized" ? experience : undefined,
      intent: textAt(scope, ["intent"]) === "migration" ? "migration" : "disaster-recovery",
    };
  }
  return undefined;
}

function derivedScenarios(types: readonly string[], viaVmm: boolean) {
  const found = types.flatMap((instanceType) => {
    const meaning = Object.hasOwn(scenarioOfInstanceType, instanceType)
      ? scenarioOfInstanceType[instanceType]
      : undefined;
    if (meaning === undefined) return [];
    // Hyper-V hosts under VMM and without it share their kind of policy; a mapping of VM networks gives VMM away.
    const scenario =
      meaning.scenario === "hyperv-to-azure" && viaVmm ? "hyperv-vmm-to-azure" : meaning.scenario;
    return [{ instanceType, scenario, experience: meaning.experience }];
  });
  // Two kinds may mean one scenario: forward and failback policy.
  return [...new Map(found.map((item) => [`${item.scenario}/${item.experience ?? ""}`, item])).values()];
}

function isVmmMapping(resource: ProgramResource): boolean {
  return (
    resource.type === tokens.networkMapping &&
    textAt(resource.inputs, ["properties", "fabricSpecificDetails", "instanceType"]) === "VmmToAzure"
  );
}

function instanceTypeOf(resource: ProgramResource): string | undefined {
  if (resource.type === tokens.policy) {
    return textAt(resource.inputs, ["properties", "providerSpecificInput", "instanceType"]);
  }
  if (resource.type === tokens.ownMachine) return instanceTypeOfReplicatedMachine(resource.inputs);
  return resource.type === tokens.protectedItem
    ? textAt(resource.inputs, ["properties", "providerSpecificDetails", "instanceType"])
    : undefined;
}
