import type { Cloud } from "../cloud";
import type { JobFault } from "../faults";
import { pollingStyles, styleOf, type PollingStyle } from "../operations/polling-style";
import type { StoredResource } from "../store/resource";
import type { Outcome, ResourceRequest } from "../types/resource-type";
import type { ArmResponse } from "./arm-request";
import { etagHeader, present } from "./present";

/** Where a decision of a type came about. */
export interface AcceptContext {
  readonly origin: string;
  readonly existing: StoredResource | undefined;
  /** What goes wrong with the operation, by the faults the simulator was given. */
  readonly jobFault?: JobFault | undefined;
}

type Accepted = Extract<Outcome, { kind: "accepted" }>;

/** Turns what a type decided into stored state, operations and a response. */
export function carryOut(
  cloud: Cloud,
  request: ResourceRequest,
  outcome: Outcome,
  context: AcceptContext,
): ArmResponse {
  const created = context.existing === undefined;
  switch (outcome.kind) {
    case "stored": {
      cloud.store.put(outcome.resource);
      const status = outcome.status ?? (created ? 201 : 200);
      return {
        status,
        headers: headersOf(cloud, outcome.resource),
        body: present(outcome.resource, cloud, request.query),
      };
    }
    case "removed":
      cloud.store.remove(context.existing?.id ?? request.id.id);
      return { status: outcome.status ?? 200 };
    case "answered":
      return { status: outcome.status ?? 200, ...(outcome.body === undefined ? {} : { body: outcome.body }) };
    case "accepted":
      return acceptOperation(
        cloud,
        request,
        withFault(outcome, context.jobFault),
        context.origin,
        context.existing,
      );
  }
}

function acceptOperation(
  cloud: Cloud,
  request: ResourceRequest,
  outcome: Accepted,
  origin: string,
  existing: StoredResource | undefined,
): ArmResponse {
  const style: PollingStyle = pollingStyles[outcome.style];
  const stored =
    outcome.visible ?? outcome.effects.find((effect) => effect.kind === "store")?.resource ?? existing;
  const location = (existing ?? stored)?.envelope["location"] ?? cloud.groupLocation(request.id);
  const operation = cloud.operations.start({
    style: outcome.style,
    method: request.method,
    resourceId: existing?.id ?? stored?.id ?? request.id.id,
    apiVersion: request.apiVersion,
    ...(typeof location === "string" ? { location } : {}),
    seconds: outcome.seconds,
    effects: outcome.effects,
    ...(outcome.failure === undefined ? {} : { failure: outcome.failure }),
    ...(outcome.failureEffects === undefined ? {} : { failureEffects: outcome.failureEffects }),
    ...(outcome.stages === undefined ? {} : { stages: outcome.stages }),
    ...(outcome.failsAfterStages === undefined ? {} : { failsAfterStages: outcome.failsAfterStages }),
    ...(outcome.hangs ? { hangs: true } : {}),
    ...(outcome.operationId === undefined ? {} : { id: outcome.operationId }),
    ...(style.token === undefined ? {} : { tokenOf: style.token }),
  });
  for (const resource of [...(outcome.visible ? [outcome.visible] : []), ...(outcome.alongside ?? [])]) {
    cloud.store.put(resource);
  }
  const addresses = styleOf(operation).addresses(operation);
  const headers: Record<string, string> = {};
  if (addresses.asyncOperation !== undefined)
    headers["azure-asyncoperation"] = origin + addresses.asyncOperation;
  if (addresses.location !== undefined) headers["location"] = origin + addresses.location;
  const status = style.acceptedStatus(request.method, existing === undefined);
  if (!style.showsResource(request.method) || stored === undefined) return { status, headers };
  return {
    status,
    headers: { ...headers, ...headersOf(cloud, stored) },
    body: present(stored, cloud, request.query),
  };
}

function withFault(outcome: Accepted, fault: JobFault | undefined): Accepted {
  if (fault?.fault === "slow-job") return { ...outcome, seconds: outcome.seconds + fault.extraSeconds };
  if (fault?.fault === "hanging-job") return { ...outcome, hangs: true };
  if (fault?.fault === "failed-job") {
    const after = fault.afterTasks === undefined ? {} : { failsAfterStages: fault.afterTasks };
    return { ...outcome, failure: { code: fault.code, message: fault.message }, ...after };
  }
  return outcome;
}

/** Headers that belong to a shown resource. */
export function headersOf(cloud: Cloud, resource: StoredResource): Readonly<Record<string, string>> {
  return cloud.types.find(resource.type)?.sendsETag ? { etag: etagHeader(resource) } : {};
}
