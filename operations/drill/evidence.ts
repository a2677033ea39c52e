import { z } from "zod";

const time = z.iso.datetime().meta({ description: "ISO 8601 in UTC." });
const seconds = z.number().nonnegative();

/** What a check before the start found. `error` stops the drill; `unknown` says what could not be looked at. */
export const preflightFinding = z.strictObject({
  check: z.enum(["groups", "health", "leftovers", "isolation", "addresses", "quota"]),
  status: z.enum(["ok", "info", "warning", "unknown", "error"]),
  subject: z.string().meta({ description: "A machine, network or region; the plan where it is about all." }),
  message: z.string(),
  remedy: z.string().optional(),
});

const probe = z.strictObject({
  kind: z.enum(["tcp", "http", "command", "run-command"]),
  target: z.string().meta({ description: "Address and port, URL, or the command." }),
  passed: z.boolean(),
  startedAt: time,
  endedAt: time,
  attempts: z.int().nonnegative(),
  answer: z.string().meta({ description: "What the last attempt came to, in a line." }),
});

const objective = {
  seconds: seconds.nullable().meta({
    description: "By the service's clock as far as its job goes. null: it was not reached.",
  }),
  observedSeconds: seconds.nullable().meta({
    description:
      "The same from the request to the answer that showed the end, by the clock of asr: longer by up to resolutionSeconds.",
  }),
  targetSeconds: seconds.nullable().meta({ description: "null: no target was set." }),
  met: z.boolean().nullable().meta({ description: "null: no target was set." }),
};

const job = z.strictObject({
  id: z.string(),
  state: z.string(),
  startedAt: time,
  endedAt: time.nullable(),
  errors: z.array(z.string()),
});

const machine = z.strictObject({
  name: z.string(),
  itemId: z.string(),
  provider: z.string().meta({ description: "A2A, InMageRcm, HyperVReplicaAzure, InMageAzureV2." }),
  group: z.string().meta({ description: "Empty without a recovery plan." }),
  job: job.nullable().meta({ description: "Its own, where it was tested without a recovery plan." }),
  state: z.string().meta({ description: "Of its test failover, in the service's words." }),
  testMachine: z
    .strictObject({ id: z.string(), name: z.string(), addresses: z.array(z.string()) })
    .nullable(),
  recoveryPoint: z.strictObject({ id: z.string(), time: time.nullable(), type: z.string() }).nullable(),
  rpoSeconds: seconds
    .nullable()
    .meta({ description: "Age of the recovery point used when the test failover began." }),
  rto: z.strictObject({
    ...objective,
    jobSeconds: seconds.nullable().meta({
      description: "From the job's start to the end of the machine's task, by the service's clock.",
    }),
    probeSeconds: seconds
      .nullable()
      .meta({ description: "From then until every probe had answered, by the clock of asr." }),
    measuredTo: z.enum(["probes", "job"]),
  }),
  probes: z.array(probe),
  errors: z.array(z.string()),
});

const timelineEntry = z.strictObject({
  kind: z.enum(["preparation", "group", "machine", "action", "probe", "wait", "cleanup"]),
  name: z.string(),
  group: z.string().nullable(),
  startedAt: time,
  endedAt: time.nullable(),
  state: z.string(),
});

/** The evidence of a drill (`asr-drill/1`). */
export const drillEvidenceSchema = z.strictObject({
  schema: z.literal("asr-drill/1"),
  id: z.guid(),
  outcome: z.enum(["passed", "failed", "interrupted", "refused", "ready"]).meta({
    description: "refused: preflight stopped it; ready: preflight alone was asked for and found nothing.",
  }),
  reasons: z.array(z.string()).meta({ description: "Why it did not pass; empty where it did." }),
  plan: z.strictObject({
    kind: z.enum(["plan", "machines"]).meta({ description: "machines: tested without a recovery plan." }),
    id: z.string().meta({
      description:
        "Of the plan, or of the only machine's item; of the vault where there are several machines.",
    }),
    name: z.string(),
    vaultId: z.string(),
    primaryFabric: z.string(),
    recoveryFabric: z.string(),
    groups: z.array(z.strictObject({ name: z.string(), machines: z.array(z.string()) })),
  }),
  startedAt: time,
  endedAt: time,
  resolutionSeconds: seconds.meta({ description: "How often the job was asked for." }),
  network: z.strictObject({
    id: z.string(),
    chosenBy: z.enum(["option", "items"]),
    productionAllowed: z.boolean().meta({ description: "Told twice to use a network that is not isolated." }),
  }),
  preflight: z.array(preflightFinding),
  job: job.nullable().meta({ description: "Of the recovery plan; null without one." }),
  rto: z.strictObject(objective),
  machines: z.array(machine),
  timeline: z.array(timelineEntry),
  cleanup: z.strictObject({
    status: z.enum(["done", "kept", "incomplete", "not-needed"]),
    jobId: z.string().nullable(),
    startedAt: time.nullable(),
    endedAt: time.nullable(),
    notes: z.string(),
    left: z.array(z.string()).meta({ description: "What is still there, each in a line." }),
  }),
});

export type DrillEvidence = z.infer<typeof drillEvidenceSchema>;
export type PreflightFinding = z.infer<typeof preflightFinding>;
export type MachineEvidence = DrillEvidence["machines"][number];
export type ProbeEvidence = MachineEvidence["probes"][number];
export type TimelineEntry = DrillEvidence["timeline"][number];
export type CleanupEvidence = DrillEvidence["cleanup"];
