import { z } from "zod";
import { editions } from "../../limits/editions";
import { severities, type JsonValue } from "../../limits/matrix/schema";
import { experiences, scenarios } from "../../limits/scenarios";
import { verdicts } from "../../limits/verdict";
import { subjectKinds } from "../../operations/check/live-check";
import { vaultCheckVersion, type VaultCheck } from "../../operations/check/vault-check";

const anyJson = z.custom<JsonValue>().meta({ description: "Any JSON value." });
const count = z.int().min(0);
const isoDate = z.iso.date();
const isoTime = z.iso.datetime();
const verdict = z.enum(verdicts);

const subject = z
  .strictObject({ kind: z.enum(subjectKinds), name: z.string(), id: z.string().optional() })
  .meta({ description: "What it is about; id is an ARM id." });

const finding = z.strictObject({
  kind: z.enum(["limit", "live", "service", "drift"]).meta({
    description:
      "A documented limit, what only a running vault shows, an opinion of the service that differs, a difference to a plan.",
  }),
  rule: z.string(),
  ref: z.string().meta({ description: "Stable reference, never reused: ASR-0012, ASR-L04." }),
  severity: z.enum(severities),
  subject,
  detail: z.string().optional().meta({ description: "What exactly, inside the subject." }),
  observed: z.string(),
  expected: z.string().nullable(),
  message: z.string(),
  remedy: z.string(),
  limit: z
    .strictObject({
      id: z.string(),
      value: anyJson,
      unit: z.string().nullable(),
      edition: z.enum(editions),
      ledger: z.array(z.string()),
      source: z.strictObject({
        document: z.string(),
        date: isoDate,
        section: z.string(),
        url: z.url().optional(),
        unverified: z.literal(true).optional(),
      }),
    })
    .nullable(),
  source: z.strictObject({ document: z.string(), section: z.string(), url: z.url() }).nullable(),
  waiver: z.strictObject({ reason: z.string(), owner: z.string(), expires: isoDate }).nullable(),
});

const undecided = z
  .strictObject({ rule: z.string(), ref: z.string(), subject, missing: z.array(z.string()) })
  .meta({ description: "A rule that could not decide, and the facts or actions it lacked: never a pass." });

const machine = z.strictObject({
  name: z.string(),
  id: z.string(),
  instanceType: z.string(),
  scenario: z.enum(scenarios).nullable(),
  experience: z.enum(experiences).optional(),
  verdict,
  state: z.strictObject({
    protection: z.string().nullable(),
    replicationHealth: z.string().nullable(),
    failoverHealth: z.string().nullable(),
    rpoInMinutes: z.number().nullable(),
    activeLocation: z.string().nullable(),
    agentVersion: z.string().nullable(),
    lastTestFailover: isoTime.nullable(),
    recoveryPlans: z.array(z.string()),
  }),
  coverage: z.strictObject({ decided: count, undecided: count }).meta({ description: "In rules on limits." }),
  findings: z.array(finding),
  undecided: z.array(undecided),
});

const plan = z.strictObject({
  name: z.string(),
  id: z.string(),
  verdict,
  machines: count,
  lastDrill: z
    .strictObject({ at: isoTime, ageInDays: z.int(), by: z.enum(["plan", "machines"]) })
    .nullable()
    .meta({ description: "The newest test failover that ended well." }),
  findings: z.array(finding),
});

const service = z.strictObject({
  eligibility: z.array(
    z.strictObject({
      machine: z.string(),
      sourceVmId: z.string(),
      errors: z.array(z.strictObject({ code: z.string(), message: z.string() })),
      ours: z.array(z.string()),
    }),
  ),
  eligibilityNotAsked: count,
  health: z
    .strictObject({
      items: count.nullable(),
      errors: count,
      issues: z.array(z.strictObject({ code: z.string(), severity: z.string(), message: z.string() })),
    })
    .nullable(),
  supportedOperatingSystems: z.record(z.string(), z.array(z.string())),
});

const drift = z.strictObject({
  against: z.string(),
  form: z.enum(["landing-zone", "stack"]),
  compared: count,
  entries: z.array(
    z.strictObject({
      kind: z.enum(["missing", "extra", "different", "changed-by-service"]),
      what: z.string(),
      name: z.string(),
      property: z.string().optional(),
      planned: z.string().optional(),
      actual: z.string().optional(),
      reason: z.string().optional(),
    }),
  ),
  undecided: z.array(z.string()),
});

const waiver = z.strictObject({
  rule: z.string(),
  subject: z.string(),
  reason: z.string(),
  owner: z.string(),
  expires: isoDate,
});

const positive = z.number().positive();

/** The document that `asr check --format json` prints; the type check keeps it in step with the type. */
export const vaultCheckSchema: z.ZodType<VaultCheck> = z.strictObject({
  schema: z.literal(vaultCheckVersion),
  edition: z.enum(editions),
  asOf: isoDate,
  readAt: isoTime,
  vault: z.strictObject({ id: z.string(), name: z.string(), location: z.string().nullable() }),
  verdict,
  thresholds: z.strictObject({
    rpoInMinutes: positive,
    heartbeatInMinutes: positive,
    stuckJobInHours: positive,
    failedJobInDays: positive,
    expiryInDays: positive,
    drillInDays: positive,
  }),
  summary: z.strictObject({
    machines: count,
    ready: count,
    conditional: count,
    unknown: count,
    notReady: count,
    recoveryPlans: count,
    plansProven: count,
    errors: count,
    warnings: count,
  }),
  machines: z.array(machine),
  recoveryPlans: z.array(plan),
  findings: z.array(finding),
  undecided: z.array(undecided),
  unread: z.array(
    z.strictObject({
      part: z.string(),
      action: z.string(),
      why: z.enum(["forbidden", "failed", "timed-out", "not-asked"]),
      message: z.string(),
      count,
    }),
  ),
  service,
  drift: z.array(drift).optional(),
  waivers: z.strictObject({ expired: z.array(waiver), unused: z.array(waiver) }),
  cost: z.strictObject({ calls: count, seconds: z.number() }),
});

/** JSON Schema of the document, for other programs. */
export function vaultCheckJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(vaultCheckSchema, { unrepresentable: "any" }), title: "Vault check" };
}
