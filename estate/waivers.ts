import { readFile } from "node:fs/promises";
import { z } from "zod";
import { decodeText } from "../landing-zone/decode-text";
import { InputError } from "../landing-zone/input-error";
import { parseSourceDocument, validateSource } from "../landing-zone/source-document";
import type { Finding } from "../limits/findings";
import { allRules } from "../limits/rules/registry.gen";
import type { Waiver, WaiverReport } from "./assessment";

/** Version of the waivers file. */
export const waiversVersion = "asr-waivers/1";

export const waiverSchema = z.strictObject({
  rule: z.string().min(1).meta({ description: "Name of the rule, or its reference (ASR-0012)." }),
  subject: z
    .string()
    .min(1)
    .meta({ description: "Machine by name or id, or what a finding about the estate names; * for all." }),
  reason: z.string().min(1),
  owner: z.string().min(1),
  expires: z.iso.date().meta({ description: "Last day on which the waiver holds." }),
});

const waiverListSchema = z.array(waiverSchema);
const waiverDocumentSchema = z.strictObject({ schema: z.literal(waiversVersion), waivers: waiverListSchema });

/** The file: a list of waivers, or the same under the key `waivers`. */
export const waiversSchema = z.union([waiverListSchema, waiverDocumentSchema]);

const remedy = "Mend it; `asr schema waivers` prints the schema.";

/**
 * The waivers of a YAML or JSON file.
 *
 * @throws InputError when the file does not fit, or names a rule that does not exist.
 */
export async function readWaivers(file: string): Promise<readonly Waiver[]> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new InputError(
      `The waivers cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown error"}).`,
      "Give the path of a waivers file.",
      { file },
      { cause: error },
    );
  }
  return parseWaivers(decodeText(bytes, file), file);
}

/** @throws InputError when the text is no waivers file. */
export function parseWaivers(text: string, file?: string): readonly Waiver[] {
  const source = parseSourceDocument(text, file);
  // By one of the forms, not by their union: an error in a list is not told as "expected object".
  const isList = Array.isArray(source.value);
  const waivers = isList
    ? validateSource(source, waiverListSchema, remedy)
    : validateSource(source, waiverDocumentSchema, remedy).waivers;
  const base = isList ? [] : ["waivers"];
  const known = new Set(allRules.flatMap(({ name, ref }) => [name, ref]));
  waivers.forEach(({ rule }, index) => {
    if (known.has(rule)) return;
    throw new InputError(
      `There is no rule "${rule}".`,
      "Name a rule as findings do (`asr limits` lists them).",
      { file, position: source.position([...base, index, "rule"]), path: `[${index}].rule` },
    );
  });
  return waivers;
}

/** Applies waivers to findings and remembers which of them were of use. */
export class WaiverLedger {
  readonly #valid = new Map<string, Waiver[]>();
  readonly #expired: readonly Waiver[];
  readonly #used = new Set<Waiver>();

  /** @param asOf ISO date; a waiver holds up to and including its own */
  constructor(waivers: readonly Waiver[], asOf: string) {
    this.#expired = waivers.filter(({ expires }) => expires < asOf);
    for (const waiver of waivers) {
      if (waiver.expires < asOf) continue;
      const known = this.#valid.get(waiver.rule);
      if (known === undefined) this.#valid.set(waiver.rule, [waiver]);
      else known.push(waiver);
    }
  }

  /**
   * The findings, each with the waiver that covers it. Waived findings stay visible.
   *
   * @param names what the subject is called: a machine's name and id
   */
  apply(findings: readonly Finding[], names: readonly string[]): readonly Finding[] {
    if (this.#valid.size === 0) return findings;
    return findings.map((finding) => {
      const candidates = [...(this.#valid.get(finding.rule) ?? []), ...(this.#valid.get(finding.ref) ?? [])];
      const subjects = new Set(["*", finding.subject, ...names].map((name) => name.toLowerCase()));
      const waiver = candidates.find(({ subject }) => subjects.has(subject.toLowerCase()));
      if (waiver === undefined) return finding;
      this.#used.add(waiver);
      const { reason, owner, expires } = waiver;
      return { ...finding, waiver: { reason, owner, expires } };
    });
  }

  report(): WaiverReport {
    return {
      expired: this.#expired,
      unused: [...this.#valid.values()].flat().filter((waiver) => !this.#used.has(waiver)),
    };
  }
}
