import { missingDecisiveFacts } from "../limits/decisive-facts";
import type { Edition } from "../limits/editions";
import { defaultEdition } from "../limits/editions";
import { protectedItemFromMachine } from "../limits/facts/from-estate";
import type { Site } from "../limits/facts/site";
import type { SubjectKind } from "../limits/facts/subjects";
import type { Judgement } from "../limits/findings";
import { completeScope, createJudge, type Judge } from "../limits/judge";
import { rule as kindRule } from "../limits/rules/machine-kind";
import type { Rule } from "../limits/rules/rule";
import type { Experience, Intent, Scenario } from "../limits/scenarios";
import { verdictOf } from "../limits/verdict";
import { WaiverBook } from "../limits/waivers";
import { assessmentVersion, type AssessedMachine, type Assessment, type Waiver } from "./assessment";
import { compareWithAzureMigrate } from "./azure-migrate-comparison";
import { compareAssessments } from "./comparison";
import type { EstateDocument, EstateMachine } from "./document";
import { judgeEstate, type ScopeOfMachines } from "./judge-estate";
import { scenarioOf } from "./scenario";
import { summarize } from "./summary";

export interface AssessOptions {
  readonly edition?: Edition;
  /** Of every machine that names none itself; wins over the document's. */
  readonly scenario?: Scenario;
  readonly experience?: Experience;
  readonly intent?: Intent;
  /** Target region; wins over the document's. */
  readonly region?: string;
  /** Mobility Service version of machines whose own is not known. */
  readonly mobilityService?: string;
  readonly waivers?: readonly Waiver[];
  /** ISO date that dated limits and waivers compare with; today where absent. */
  readonly asOf?: string;
  /** Judges by both editions; the assessment is the second one's. */
  readonly compare?: readonly [Edition, Edition];
  /** Told after every thousand machines. */
  readonly onProgress?: (judged: number, machines: number) => void;
}

/** Machines judged between two reports of progress. */
const machinesPerProgress = 1000;

/**
 * Judges every machine of an estate, and the estate itself, by the documented limits of an edition. The
 * result is a function of the document, the edition and `asOf`.
 *
 * @throws UndocumentedScenarioError when the edition says nothing about a machine's scenario.
 * @throws RefusedScenarioError when a scenario cannot be had in Azure.
 * @throws InputError when a machine's scenario is not known.
 */
export function assess(document: EstateDocument, options: AssessOptions = {}): Assessment {
  const asOf = options.asOf ?? new Date().toISOString().slice(0, "yyyy-mm-dd".length);
  if (options.compare === undefined)
    return assessBy(options.edition ?? defaultEdition, document, options, asOf);
  const [first, second] = options.compare;
  const before = assessBy(first, document, options, asOf);
  const after = assessBy(second, document, options, asOf);
  return { ...after, comparison: compareAssessments(before, after) };
}

function assessBy(
  edition: Edition,
  document: EstateDocument,
  options: AssessOptions,
  asOf: string,
): Assessment {
  const intent = options.intent ?? document.intent ?? "disaster-recovery";
  const site = siteOf(document, options);
  const waivers = new WaiverBook(options.waivers ?? [], asOf);
  const scopes = new Map<string, MachineScope>();
  const scopeOf = (machine: EstateMachine): MachineScope => {
    const scenario =
      machine.scenario ?? options.scenario ?? document.scenario ?? scenarioOf(machine, document);
    const experience = machine.experience ?? options.experience ?? document.experience;
    const key = `${scenario} ${experience ?? ""}`;
    let scope = scopes.get(key);
    if (scope === undefined) {
      const judge: Judge = createJudge(completeScope({ edition, scenario, experience, intent, asOf, site }));
      const rules = inventoryRules(judge, "machine");
      scope = {
        judge,
        rules,
        kindRules: rules.filter((rule) => rule.name === kindRule.name),
        // An Azure VM is at once the source and what Azure protects; elsewhere the item arises later.
        itemRules: scenario === "azure-to-azure" ? inventoryRules(judge, "protected-item") : [],
        machines: [],
      };
      scopes.set(key, scope);
    }
    return scope;
  };

  const machines = document.machines.map((given, index): AssessedMachine => {
    const machine =
      given.mobilityServiceVersion === undefined && options.mobilityService !== undefined
        ? { ...given, mobilityServiceVersion: options.mobilityService }
        : given;
    const scope = scopeOf(machine);
    const refusal = refusedKind(scope, machine);
    if (refusal === undefined) scope.machines.push(machine);
    const judgement = refusal ?? judgeMachine(scope, machine, site);
    const findings = waivers.applyAll(judgement.findings, {
      names: machine.id === undefined ? [machine.name] : [machine.name, machine.id],
    });
    const decisiveFactsMissing =
      refusal === undefined ? missingDecisiveFacts(machine, scope.judge.context) : [];
    if ((index + 1) % machinesPerProgress === 0) options.onProgress?.(index + 1, document.machines.length);
    const { scenario, experience } = scope.judge.scope;
    return {
      name: machine.name,
      ...(machine.id === undefined ? {} : { id: machine.id }),
      scenario,
      ...(experience === undefined ? {} : { experience }),
      ...(machine.origin === undefined ? {} : { origin: machine.origin }),
      verdict: verdictOf({ ...judgement, findings }, decisiveFactsMissing),
      coverage: { decided: judgement.decided, undecided: judgement.undecided.length },
      findings,
      undecided: judgement.undecided,
      decisiveFactsMissing,
    };
  });

  const estate = judgeEstate([...scopes.values()], site);
  const azureMigrate = compareWithAzureMigrate(document.machines, machines);
  return {
    schema: assessmentVersion,
    edition,
    asOf,
    intent,
    summary: summarize(machines, document),
    machines,
    estate: { ...estate, findings: waivers.applyAll(estate.findings, { names: [] }) },
    waivers: { expired: waivers.expired, unused: waivers.unused },
    ...(azureMigrate === undefined ? {} : { azureMigrate }),
  };
}

/** The rules that a scope's machines are judged by. */
interface MachineScope extends ScopeOfMachines {
  readonly rules: readonly Rule<"machine">[];
  /** The one of them that tells whether the scenario replicates the machine at all. */
  readonly kindRules: readonly Rule<"machine">[];
  readonly itemRules: readonly Rule<"protected-item">[];
}

function inventoryRules<K extends SubjectKind>(judge: Judge, kind: K): readonly Rule<K>[] {
  return judge.rulesFor(kind).filter((rule) => rule.moments.includes("inventory"));
}

/**
 * The judgement on a machine of a kind that its scenario does not replicate: that finding alone, because the
 * scenario's limits say nothing about it.
 */
function refusedKind({ judge, kindRules }: MachineScope, machine: EstateMachine): Judgement | undefined {
  const judgement = judge.judge("machine", machine, kindRules);
  return judgement.findings.length > 0 ? judgement : undefined;
}

function judgeMachine(
  { judge, rules, itemRules }: MachineScope,
  machine: EstateMachine,
  site: Site,
): Judgement {
  const own = judge.judge("machine", machine, rules);
  if (itemRules.length === 0) return own;
  // What the target says is judged once for the estate; of it only the disk type shapes a machine's disks.
  const item = protectedItemFromMachine(machine, { diskType: site.target?.diskType });
  const asItem = judge.judge("protected-item", item, itemRules);
  return {
    findings: [...own.findings, ...asItem.findings],
    undecided: [...own.undecided, ...asItem.undecided],
    decided: own.decided + asItem.decided,
  };
}

function siteOf({ machines: _machines, ...document }: EstateDocument, { region }: AssessOptions): Site {
  return region === undefined ? document : { ...document, target: { ...document.target, region } };
}
