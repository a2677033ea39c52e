import type { AssessedMachine, Assessment } from "../../../estate/assessment";
import type { EstateMachine, MachineOrigin } from "../../../estate/document";
import type { OperatingSystem } from "../../../limits/facts/machine";
import type { CitedLimit, Finding } from "../../../limits/findings";
import { allRules } from "../../../limits/rules/registry.gen";
import { verdicts } from "../../../limits/verdict";
import { valueText } from "../../limits/value-text";
import { printable } from "../../printable-text";
import { whereToGet } from "../fact-sources";
import { scriptJson } from "./markup";
import { verdictWords } from "./verdict-words";

/**
 * What the page's script shows, as JSON in pieces. Everything that repeats from machine to machine is
 * stored once and referred to by its index: 20,000 machines stay a file that a browser opens at once.
 */
export function* pageDataChunks(
  assessment: Assessment,
  described: readonly EstateMachine[] = [],
): Generator<string> {
  const tables = new Tables();
  yield '{"machines":[';
  for (const [index, machine] of assessment.machines.entries()) {
    yield `${index === 0 ? "" : ","}\n${scriptJson(machineRow(machine, described[index], tables))}`;
  }
  yield "\n]";
  yield `,"verdicts":${scriptJson(verdicts)}`;
  yield `,"scenarios":${scriptJson(tables.scenarios.items)}`;
  yield `,"texts":${scriptJson(tables.texts.items)}`;
  yield `,"limits":${scriptJson(tables.limits.items)}`;
  yield `,"undecided":${scriptJson(tables.undecided.items)}`;
  yield `,"rules":${scriptJson(tables.rules.items.map(ruleEntry))}`;
  yield `,"facts":${scriptJson(tables.facts.items.map((fact) => [fact, whereToGet(fact)]))}`;
  yield "}";
}

/** Order of the columns; the script reads the same order. */
function machineRow(
  machine: AssessedMachine,
  described: EstateMachine | undefined,
  tables: Tables,
): readonly unknown[] {
  return [
    printable(machine.name),
    machine.id === undefined ? null : printable(machine.id),
    tables.scenarios.of(machine.scenario),
    verdicts.indexOf(machine.verdict),
    machine.coverage.decided,
    machine.coverage.undecided,
    machine.findings.map((finding) => findingRow(finding, tables)),
    machine.decisiveFactsMissing.map((fact) => tables.facts.of(fact)),
    tables.undecided.of(
      machine.undecided.map(({ rule, ref, missing }) => [
        tables.rules.of({ name: rule, ref }),
        missing.map((fact) => tables.facts.of(fact)),
      ]),
    ),
    described === undefined ? null : factsRow(described, tables),
    machine.origin === undefined ? null : originRow(machine.origin, tables),
  ];
}

/** Operating system, cores, memory in MiB, disks as name, size in GiB and whether it holds the system. */
function factsRow(machine: EstateMachine, tables: Tables): readonly unknown[] {
  const { os, cpuCores, memoryMiB, disks, nics, azureMigrate } = machine;
  return [
    os === undefined ? null : tables.texts.of(printable(osText(os))),
    cpuCores ?? null,
    memoryMiB ?? null,
    disks?.map((disk) => [
      disk.name === undefined ? null : tables.texts.of(printable(disk.name)),
      disk.sizeGiB === undefined ? null : Math.round(disk.sizeGiB * 100) / 100,
      disk.os ?? null,
    ]) ?? null,
    nics?.length ?? null,
    azureMigrate === undefined
      ? null
      : tables.texts.of(
          printable([verdictWords[azureMigrate.readiness].label, ...(azureMigrate.issues ?? [])].join(": ")),
        ),
  ];
}

function osText({
  name,
  family,
  version,
  servicePack,
  edition,
  architecture,
  kernel,
}: OperatingSystem): string {
  return [name ?? family, version, servicePack, edition, architecture, kernel]
    .filter((part) => typeof part === "string")
    .join(" ");
}

function originRow({ file, sheet, row }: MachineOrigin, tables: Tables): readonly unknown[] {
  return [tables.texts.of(printable(sheet === undefined ? file : `${file}, sheet ${sheet}`)), row ?? null];
}

function findingRow(finding: Finding, tables: Tables): readonly unknown[] {
  const { waiver } = finding;
  return [
    tables.rules.of({ name: finding.rule, ref: finding.ref }),
    finding.severity,
    tables.limits.of(limitEntry(finding.limit)),
    tables.texts.of(printable(finding.subject)),
    tables.texts.of(printable(finding.observed)),
    tables.texts.of(printable(finding.message)),
    tables.texts.of(printable(finding.remedy)),
    waiver === null ? null : printable(`${waiver.reason} (${waiver.owner}, until ${waiver.expires})`),
  ];
}

function limitEntry(limit: CitedLimit) {
  return {
    value: valueText(limit.value, limit.unit, 40),
    edition: limit.edition,
    source: `${limit.source.document} (${limit.source.date}), section “${limit.source.section}”`,
    url: limit.source.url ?? null,
  };
}

function ruleEntry({ name, ref }: RuleName) {
  return { name, ref, title: allRules.find((rule) => rule.name === name)?.title ?? name };
}

interface RuleName {
  readonly name: string;
  readonly ref: string;
}

class Tables {
  readonly scenarios = new Table<string>();
  readonly texts = new Table<string>();
  readonly rules = new Table<RuleName>();
  readonly facts = new Table<string>();
  readonly limits = new Table<ReturnType<typeof limitEntry>>();
  readonly undecided = new Table<readonly unknown[]>();
}

/** Values in order of first use, each once; compared by their JSON. */
class Table<T> {
  readonly items: T[] = [];
  readonly #indexes = new Map<string, number>();

  of(item: T): number {
    const key = typeof item === "string" ? item : JSON.stringify(item);
    let index = this.#indexes.get(key);
    if (index === undefined) {
      index = this.items.push(item) - 1;
      this.#indexes.set(key, index);
    }
    return index;
  }
}
