import type { Deployment, ProtectedItem } from "../../limits/facts/azure";
import type { Machine } from "../../limits/facts/machine";
import type { SubjectKind, Subjects } from "../../limits/facts/subjects";
import { findingLine } from "../../limits/finding-text";
import type { Finding, Judgement } from "../../limits/findings";
import type { Judge } from "../../limits/judge";
import { rule as kindRule } from "../../limits/rules/machine-kind";
import type { Rule } from "../../limits/rules/rule";
import { WaiverBook } from "../../limits/waivers";
import type { LandingZone, LandingZoneMachine } from "../../landing-zone/document";
import type { DocumentProblem } from "../../landing-zone/schema-problems";
import { documentedLimits } from "../limits/documented-limits";
import { diskSkus } from "./planned-replication";
import { scopeOf } from "./scope";

export interface JudgedMachines {
  readonly problems: readonly DocumentProblem[];
  /** What rules could not decide for lack of facts, as sentences. */
  readonly undecided: readonly string[];
}

/**
 * Judges every machine of the document before anything is created for it: what it is, by the rules that judge an
 * inventory, and what it shall become in Azure. Thousands of machines pass through once.
 */
export function judgeMachines(zone: LandingZone): JudgedMachines {
  const limits = documentedLimits(scopeOf(zone));
  const { judge } = limits;
  const scopeProblems = limits.problems.map(({ propertyPath, reason }) => ({
    path: [propertyPath],
    message: reason,
  }));
  if (judge === undefined) return { problems: scopeProblems, undecided: [] };
  const problems: DocumentProblem[] = [];
  const undecided = new Undecided();
  const waivers = new WaiverBook(zone.waivers ?? [], judge.scope.asOf);
  const told = (
    findings: readonly Finding[],
    names: readonly string[],
    pathOf: (factPath: string) => readonly PropertyKey[],
  ): void => {
    for (const finding of waivers.applyAll(findings, { names })) {
      if (finding.severity !== "error" || finding.waiver !== null) continue;
      problems.push({ path: pathOf(finding.path ?? ""), message: findingLine(finding) });
    }
  };
  const rules = rulesOf(judge);
  const items: ProtectedItem[] = [];
  for (const [key, machine] of Object.entries(zone.machines ?? {})) {
    const facts = machineFacts(key, machine);
    const names = [key, facts.name, ...(facts.id === undefined ? [] : [facts.id])];
    const own = judgeMachine(judge, facts, rules);
    told(own.findings, names, (path) => machinePath(key, machine, path));
    undecided.add(own);
    const item = itemFacts(key, machine);
    items.push(item);
    told(judge.judge("protected-item", item, rules.item).findings, names, (path) => itemPath(key, path));
  }
  if (items.length > 0) {
    const deployment: Deployment = {
      protectedItems: items,
      targetRegion: zone.region,
      ...(zone.sourceRegion === undefined ? {} : { sourceRegion: zone.sourceRegion }),
    };
    told(judge.judge("deployment", deployment, rules.deployment).findings, [], (path) =>
      deploymentPath(items, path),
    );
  }
  return { problems: [...scopeProblems, ...problems], undecided: undecided.sentences() };
}

interface MachineRules {
  readonly kind: readonly Rule<"machine">[];
  readonly machine: readonly Rule<"machine">[];
  readonly item: readonly Rule<"protected-item">[];
  readonly deployment: readonly Rule<"deployment">[];
}

function rulesOf(judge: Judge): MachineRules {
  const at = <K extends SubjectKind>(kind: K): readonly Rule<K>[] =>
    judge.rulesFor(kind).filter(({ moments }) => moments.includes("component"));
  // A document says of a machine what an inventory says: the same rules judge it.
  const machine = judge
    .rulesFor("machine")
    .filter(({ moments }) => moments.includes("component") || moments.includes("inventory"));
  return {
    kind: machine.filter(({ name }) => name === kindRule.name),
    machine,
    item: at("protected-item"),
    deployment: at("deployment"),
  };
}

/** A machine of a kind that the scenario does not replicate is told that alone: its limits say nothing about it. */
function judgeMachine(judge: Judge, facts: Subjects["machine"], rules: MachineRules): Judgement {
  const kind = judge.judge("machine", facts, rules.kind);
  return kind.findings.length > 0 ? kind : judge.judge("machine", facts, rules.machine);
}

/** The machine as an inventory has it. */
function machineFacts(key: string, machine: LandingZoneMachine): Machine {
  const { sourceName, sourceId, osFamily, os } = machine;
  return {
    ...machine,
    name: sourceName ?? key,
    ...(sourceId === undefined ? {} : { id: sourceId }),
    ...(osFamily === undefined ? {} : { os: { family: osFamily, ...os } }),
  };
}

/** The machine as the protected item that it will be. */
function itemFacts(key: string, machine: LandingZoneMachine): ProtectedItem {
  return {
    name: key,
    targetName: machine.azureName ?? machine.sourceName ?? key,
    targetSize: machine.targetSize ?? null,
    availabilityZone: machine.availabilityZone ?? null,
    availabilitySetId: machine.availabilitySetId ?? null,
    proximityPlacementGroupId: machine.proximityPlacementGroupId ?? null,
    multiVmGroup: machine.multiVmGroup ?? null,
    licenseType: machine.licenseType ?? null,
    ...(machine.disks === undefined
      ? {}
      : {
          disks: machine.disks
            .filter(({ excluded }) => excluded !== true)
            .map(({ targetType, os, sizeGiB }) => ({
              ...(targetType === undefined ? {} : { type: diskSkus[targetType] }),
              ...(os === undefined ? {} : { os }),
              ...(sizeGiB === undefined ? {} : { sizeGiB }),
            })),
        }),
  };
}

/** Where the document has a fact about the machine. */
function machinePath(key: string, machine: LandingZoneMachine, factPath: string): readonly PropertyKey[] {
  const path = keysOf(factPath);
  if (path[0] === "name")
    return ["machines", key, ...(machine.sourceName === undefined ? [] : ["sourceName"])];
  if (factPath === "os.family" && machine.osFamily !== undefined) return ["machines", key, "osFamily"];
  return ["machines", key, ...path];
}

function itemPath(key: string, factPath: string): readonly PropertyKey[] {
  const path = keysOf(factPath);
  return ["machines", key, ...(path[0] === "targetName" ? ["azureName"] : path)];
}

function deploymentPath(items: readonly ProtectedItem[], factPath: string): readonly PropertyKey[] {
  const [first, index, ...rest] = keysOf(factPath);
  if (first === "protectedItems" && typeof index === "number") {
    return itemPath(items[index]?.name ?? "", rest.map(String).join("."));
  }
  if (first === "targetRegion") return ["region"];
  return first === "sourceRegion" ? ["sourceRegion"] : ["machines"];
}

/** The keys of a path such as `disks[0].sizeGiB`; of `disks[].sizeGiB`, which means all of them, the first alone. */
function keysOf(path: string): PropertyKey[] {
  const keys = path.split(/\.|(?=\[)/).filter((key) => key !== "");
  const all = keys.indexOf("[]");
  return keys
    .slice(0, all === -1 ? keys.length : all)
    .map((key) => (key.startsWith("[") ? Number(key.slice(1, -1)) : key));
}

/** Rules without which nothing is known about a machine that a document may well describe: its disks. */
class Undecided {
  readonly #machines = new Map<string, number>();

  add({ undecided }: Judgement): void {
    const facts = new Set<string>();
    for (const { missing } of undecided) {
      for (const fact of missing) if (deciding.has(fact)) facts.add(fact);
    }
    for (const fact of facts) this.#machines.set(fact, (this.#machines.get(fact) ?? 0) + 1);
  }

  sentences(): readonly string[] {
    return [...this.#machines].map(
      ([fact, machines]) =>
        `The limits on disks could not decide about ${machines} ${machines === 1 ? "machine" : "machines"}: ` +
        `${fact} is not in the document. Name it, or judge the inventory with \`asr assess\`.`,
    );
  }
}

const deciding: ReadonlySet<string> = new Set(["disks[].sizeGiB", "disks[].os"]);
