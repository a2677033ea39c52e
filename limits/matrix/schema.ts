import { z } from "zod";
import { editions } from "../editions";
import { experiences, intents, scenarios } from "../scenarios";

const jsonValue: z.ZodType<JsonValue> = z.lazy(() =>
  z.union([
    z.null(),
    z.boolean(),
    z.number(),
    z.string(),
    z.array(jsonValue),
    z.record(z.string(), jsonValue),
  ]),
);

export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** How grave a violation of the limit is: error = mandatory, warning = advisory, info = never reported. */
export const severities = ["error", "warning", "info"] as const;

export type Severity = (typeof severities)[number];

/** One limit as written in a matrix file. File-level defaults fill what an entry leaves out. */
export const limitEntrySchema = z.strictObject({
  /** Stable across editions: the same meaning has the same id in each of them. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/),
  /** What it limits, in a few words: the heading of its row in tables. */
  title: z.string().min(3),
  value: jsonValue.default(null),
  /** Unit of `value`: GiB, MiB, disks, machines, minutes … ; null where it has none. */
  unit: z.string().nullable().default(null),
  severity: z.enum(severities),
  scenarios: z.array(z.enum(scenarios)).min(1).optional(),
  experiences: z.array(z.enum(experiences)).min(1).optional(),
  intents: z.array(z.enum(intents)).min(1).optional(),
  /** Key of a document in `documents.yaml`; the file's default where absent. */
  document: z.string().optional(),
  /** Heading in that document. */
  section: z.string().optional(),
  /** Ids of the rows of the fact ledger that the limit comes from. */
  ledger: z.array(z.string()).default([]),
  /** ISO date from which the row holds (a retirement, for example). */
  effectiveFrom: z.iso.date().optional(),
  note: z.string().optional(),
  /** Only where no rule can check it: why. */
  reason: z.string().optional(),
  /** The row says that its scenarios cannot be had at all: a judge refuses them and cites it. */
  refusesScenario: z.literal(true).optional(),
});

export const matrixFileSchema = z.strictObject({
  edition: z.enum(editions),
  /** Defaults for entries of this file. */
  document: z.string(),
  section: z.string().optional(),
  scenarios: z.array(z.enum(scenarios)).min(1).optional(),
  experiences: z.array(z.enum(experiences)).min(1).optional(),
  limits: z.array(limitEntrySchema),
});

export const documentsFileSchema = z.record(
  z.string(),
  z.strictObject({
    title: z.string(),
    date: z.iso.date(),
    url: z.url().optional(),
    note: z.string().optional(),
    /** Headings of the copy of that date; absent where it was not at hand. */
    headings: z.array(z.string()).min(1).optional(),
  }),
);

export interface Citation {
  /** Title of the document. */
  readonly document: string;
  /** ISO date of the document. */
  readonly date: string;
  readonly section: string;
  readonly url?: string;
  /** The section is called as in an older copy of the document: that of this date was not at hand. */
  readonly unverified?: true;
}

/** One documented limit of one edition, resolved. */
export interface Limit {
  readonly id: string;
  readonly edition: (typeof editions)[number];
  readonly title: string;
  readonly value: JsonValue;
  readonly unit: string | null;
  readonly severity: Severity;
  readonly scenarios: readonly (typeof scenarios)[number][];
  readonly experiences?: readonly (typeof experiences)[number][];
  readonly intents?: readonly (typeof intents)[number][];
  readonly source: Citation;
  readonly ledger: readonly string[];
  readonly effectiveFrom?: string;
  readonly note?: string;
  readonly reason?: string;
  readonly refusesScenario?: true;
}
