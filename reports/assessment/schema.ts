import { z } from "zod";
import { assessmentVersion, type Assessment } from "../../estate/assessment";
import { editions } from "../../limits/editions";
import { severities, type JsonValue } from "../../limits/matrix/schema";
import { experiences, intents, scenarios } from "../../limits/scenarios";
import { verdicts } from "../../limits/verdict";

const anyJson = z.custom<JsonValue>().meta({ description: "Any JSON value: a number, a list, a table …" });
const count = z.int().min(0);
const isoDate = z.iso.date();
const fact = z.string().meta({ description: "Name as in the estate document, e.g. disks[].sizeGiB." });

const citation = z
  .strictObject({
    document: z.string(),
    date: isoDate,
    section: z.string(),
    url: z.url().optional(),
    unverified: z
      .literal(true)
      .optional()
      .meta({ description: "The section is called as in an older copy of the document." }),
  })
  .meta({ description: "Where the limit is written." });

const finding = z.strictObject({
  rule: z.string(),
  ref: z.string().meta({ description: "Stable reference of the rule, never reused." }),
  severity: z.enum(severities),
  subject: z.string(),
  observed: z.string(),
  limit: z.strictObject({
    id: z.string(),
    value: anyJson,
    unit: z.string().nullable(),
    edition: z.enum(editions),
    ledger: z.array(z.string()),
    source: citation,
  }),
  message: z.string(),
  remedy: z.string(),
  path: z.string().optional(),
  waiver: z.strictObject({ reason: z.string(), owner: z.string(), expires: isoDate }).nullable(),
});

const undecided = z
  .strictObject({ rule: z.string(), ref: z.string(), missing: z.array(fact) })
  .meta({ description: "A rule that could not decide, and the facts it lacked: never a pass." });

const summary = z.strictObject({
  machines: count,
  ready: count,
  conditional: count,
  notReady: count,
  unknown: count,
  disks: count,
  unattributedDisks: count.optional(),
  mostFrequentFindings: z.array(
    z.strictObject({
      rule: z.string(),
      ref: z.string(),
      severity: z.enum(severities),
      limit: z.string(),
      edition: z.enum(editions),
      document: z.string(),
      section: z.string(),
      machines: count,
      findings: count,
    }),
  ),
});

const origin = z
  .strictObject({ file: z.string(), sheet: z.string().optional(), row: z.int().positive().optional() })
  .meta({ description: "Where the inventory lists the machine; rows count from 1." });

const machine = z.strictObject({
  name: z.string(),
  id: z.string().optional(),
  scenario: z.enum(scenarios),
  experience: z.enum(experiences).optional(),
  origin: origin.optional(),
  verdict: z.enum(verdicts),
  coverage: z.strictObject({ decided: count, undecided: count }).meta({ description: "In rules." }),
  findings: z.array(finding),
  undecided: z.array(undecided),
  decisiveFactsMissing: z.array(fact),
});

const waiver = z.strictObject({
  rule: z.string(),
  subject: z.string(),
  reason: z.string(),
  owner: z.string(),
  expires: isoDate,
});

const changedMachine = z.strictObject({
  name: z.string(),
  id: z.string().optional(),
  verdicts: z.tuple([z.enum(verdicts), z.enum(verdicts)]),
  onlyFirst: z.array(z.string()),
  onlySecond: z.array(z.string()),
});

const azureMigrate = z
  .strictObject({
    machines: count,
    alike: count,
    classes: z.array(
      z.strictObject({
        azureMigrate: z.enum(verdicts),
        verdict: z.enum(verdicts),
        machines: count,
        reasons: z.array(
          z.strictObject({
            kind: z.enum(["rule", "waiver", "missing-fact", "azure-migrate-issue", "azure-migrate-unsaid"]),
            what: z.string(),
            reviewedByAzureMigrate: z.boolean().optional(),
            machines: count,
            example: z.string(),
          }),
        ),
      }),
    ),
  })
  .meta({ description: "Azure Migrate's own verdicts beside these." });

/** The document that `asr assess --format json` prints; the type check keeps it in step with the type. */
export const assessmentSchema: z.ZodType<Assessment> = z.strictObject({
  schema: z.literal(assessmentVersion),
  edition: z.enum(editions),
  asOf: isoDate,
  intent: z.enum(intents),
  summary,
  machines: z.array(machine),
  estate: z.strictObject({ findings: z.array(finding), undecided: z.array(undecided), decided: count }),
  waivers: z.strictObject({ expired: z.array(waiver), unused: z.array(waiver) }),
  comparison: z
    .strictObject({
      editions: z.tuple([z.enum(editions), z.enum(editions)]),
      summaries: z.tuple([summary, summary]),
      changed: z.array(changedMachine),
    })
    .optional(),
  azureMigrate: azureMigrate.optional(),
});

/** JSON Schema of the document, for other programs. */
export function assessmentJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(assessmentSchema, { unrepresentable: "any" }), title: "Assessment" };
}
