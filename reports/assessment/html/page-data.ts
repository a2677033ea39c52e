import type { AssessedMachine, Assessment } from "../../../estate/assessment";
import type { CitedLimit, Finding } from "../../../limits/findings";
import { allRules } from "../../../limits/rules/registry.gen";
import { verdicts } from "../../../limits/verdict";
import { valueText } from "../../limits/value-text";
import { printable } from "../../printable-text";
import { whereToGet } from "../fact-sources";
import { scriptJson } from "./markup";

/**
 * What the page's script shows, as JSON in pieces. Everything that repeats from machine to machine is
 * stored once and referred to by its index: 20,000 machines stay a file that a browser opens at once.
 */
export function* pageDataChunks(assessment: Assessment): Generator<string> {
  const tables = new Tables();
  yield '{"machines":[';
  for (const [index, machine] of assessment.machines.entries()) {
    yield `${index === 0 ? "" : ","}\n${scriptJson(machineRow(machine, tables))}`;
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
function machineRow(machine: AssessedMachine, tables: Tables): readonly unknown[] {
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
  ];
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
