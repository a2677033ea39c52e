import { z } from "zod";

/**
 * Faults (`asr-faults/1`): what goes wrong, for which requests and how often. The first entry that matches a request and
 * is not used up decides; polls, sign-in aside, are requests like any other.
 */
const when = z.strictObject({
  method: z.enum(["GET", "PUT", "PATCH", "POST", "DELETE"]).optional(),
  path: z
    .string()
    .refine(isRegularExpression, "not a regular expression")
    .optional()
    .describe("Regular expression, found anywhere in the path, without regard to case."),
});

const count = {
  on: when.optional().describe("Default: every request."),
  skip: z
    .number()
    .int()
    .nonnegative()
    .optional()
    .describe("Matching requests that go well before; default 0."),
  times: z.number().int().positive().optional().describe("How often it happens; default 1."),
};

const code = z.string().min(1);
const message = z.string().min(1);

const faultSchema = z.discriminatedUnion("fault", [
  z.strictObject({
    ...count,
    fault: z.literal("error"),
    status: z.number().int().min(400).max(599),
    code,
    message,
    retryAfterInSeconds: z.number().nonnegative().optional(),
  }),
  z.strictObject({
    ...count,
    fault: z.literal("too-many-requests").describe("429 with Retry-After."),
    retryAfterInSeconds: z.number().nonnegative(),
  }),
  z.strictObject({
    ...count,
    fault: z.literal("slow-job").describe("The operation takes this many simulated seconds more."),
    extraSeconds: z.number().positive(),
  }),
  z.strictObject({
    ...count,
    fault: z.literal("failed-job").describe("Accepted, then it fails."),
    code,
    message,
    afterTasks: z
      .number()
      .int()
      .nonnegative()
      .optional()
      .describe("For recovery plans: tasks of the job that end well before; default 1."),
  }),
  z.strictObject({
    ...count,
    fault: z.literal("hanging-job").describe("Accepted, and never ends unless its job is cancelled."),
  }),
  z.strictObject({ ...count, fault: z.literal("lost-response").describe("Done, but nobody hears of it.") }),
  z.strictObject({ ...count, fault: z.literal("connection-reset").describe("Not done, no answer.") }),
  z.strictObject({ ...count, fault: z.literal("expired-token").describe("401, as for an old token.") }),
]);

export const faultsSchema = z.strictObject({
  schema: z.literal("asr-faults/1"),
  faults: z.array(faultSchema),
});

/** Faults as read. */
export type Faults = z.infer<typeof faultsSchema>;
/** One of them. */
export type Fault = Faults["faults"][number];
/** Those that change an operation rather than an answer. */
export type JobFault = Extract<Fault, { readonly fault: "slow-job" | "failed-job" | "hanging-job" }>;

/** Hands out the faults, each as often as it is meant to happen. */
export class FaultPlan {
  readonly #entries: { readonly fault: Fault; readonly path?: RegExp; skip: number; left: number }[];

  constructor(faults: Faults) {
    this.#entries = faults.faults.map((fault) => ({
      fault,
      ...(fault.on?.path === undefined ? {} : { path: new RegExp(fault.on.path, "i") }),
      skip: fault.skip ?? 0,
      left: fault.times ?? 1,
    }));
  }

  /** The fault of this request, which is used up by asking; undefined for a request that goes well. */
  take(request: { readonly method: string; readonly path: string }): Fault | undefined {
    for (const entry of this.#entries) {
      const { method } = entry.fault.on ?? {};
      if (entry.left === 0 || (method !== undefined && method !== request.method)) continue;
      if (entry.path && !entry.path.test(request.path)) continue;
      if (entry.skip > 0) {
        entry.skip -= 1;
        continue;
      }
      entry.left -= 1;
      return entry.fault;
    }
    return undefined;
  }
}

/** True for a fault that changes the operation a request starts. */
export function isJobFault(fault: Fault): fault is JobFault {
  return ["slow-job", "failed-job", "hanging-job"].includes(fault.fault);
}

function isRegularExpression(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
