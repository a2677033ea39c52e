import { newGuid } from "../../guid";
import type { Effect, OperationFailure } from "../../operations/operation";
import type { StageRequest } from "../../operations/operation-log";
import type { StoredResource } from "../../store/resource";
import { objectAt, type JsonObject } from "../../json";
import type { ExistingResourceRequest, Outcome, ResourceRequest } from "../resource-type";
import { finishing, newJob, staged, type JobKind } from "./job-record";

/** A long-running write of Site Recovery. */
export interface SiteRecoveryWrite {
  /** What the job is called; every write has one. */
  readonly job: JobKind;
  /** Simulated duration. */
  readonly seconds: number;
  readonly effects: readonly Effect[];
  /** The fault the service finds while it works. */
  readonly failure?: OperationFailure;
  /** What happens when it fails, for whatever reason. */
  readonly failureEffects?: readonly Effect[];
  /** How the resource shows itself while the operation runs. */
  readonly visible?: StoredResource;
  /** Stored at once beside it. */
  readonly alongside?: readonly StoredResource[];
  /** GUID of operation and job, where it has to be known beforehand. */
  readonly operationId?: string;
  /** Parts that end before the whole does, one a task of the job. */
  readonly stages?: readonly StageRequest[];
}

/**
 * Accepts a write: 202, empty body, both addresses. The change happens when the operation ends; the job, which bears
 * the operation's GUID, is there at once.
 */
export function accepted(request: ResourceRequest, write: SiteRecoveryWrite): Outcome {
  const operationId = write.operationId ?? newGuid();
  const job = newJob(request.cloud, request.id, operationId, write.job, write.stages !== undefined);
  const { well, ill } = finishing(job);
  return {
    kind: "accepted",
    style: "site-recovery",
    operationId,
    seconds: write.seconds,
    alongside: [job, ...(write.alongside ?? [])],
    effects: [...write.effects, well],
    failureEffects: [...(write.failureEffects ?? []), ill],
    ...(write.failure ? { failure: write.failure } : {}),
    ...(write.visible ? { visible: write.visible } : {}),
    ...(write.stages ? { stages: staged(job, write.stages) } : {}),
  };
}

/** Accepts a write that gives some `properties` of a resource other values when it ends. */
export function acceptedChange(
  request: ExistingResourceRequest,
  job: JobKind,
  seconds: number,
  changes: JsonObject,
): Outcome {
  const { cloud, existing } = request;
  const properties = { ...objectAt(existing.envelope, "properties"), ...changes };
  return accepted(request, {
    job,
    seconds,
    effects: [{ kind: "store", resource: cloud.revise(existing, { properties }) }],
  });
}
