import { newGuid } from "../../guid";
import type { Effect, OperationFailure } from "../../operations/operation";
import type { Outcome, ResourceRequest } from "../resource-type";
import { newJob, type JobKind } from "./job";

/** A long-running write of Site Recovery. */
export interface SiteRecoveryWrite {
  /** What the job is called; every write has one. */
  readonly job: JobKind;
  /** Simulated duration. */
  readonly seconds: number;
  readonly effects: readonly Effect[];
  /** The fault the service finds while it works. */
  readonly failure?: OperationFailure;
}

/**
 * Accepts a write: 202, empty body, both addresses. The change happens when the operation ends; the job, which bears
 * the operation's GUID, is there at once.
 */
export function accepted(request: ResourceRequest, write: SiteRecoveryWrite): Outcome {
  const operationId = newGuid();
  const { cloud, id } = request;
  const job = newJob(cloud, id, operationId, write.job, write.seconds);
  return {
    kind: "accepted",
    style: "site-recovery",
    operationId,
    seconds: write.seconds,
    alongside: [job.running],
    effects: [...write.effects, { kind: "store", resource: job.succeeded }],
    ...(write.failure
      ? { failure: write.failure, failureEffects: [{ kind: "store", resource: job.failed(write.failure) }] }
      : {}),
  };
}
