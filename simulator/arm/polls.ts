import type { Cloud } from "../cloud";
import type { Operation } from "../operations/operation";
import { signature, styleOf } from "../operations/polling-style";
import { ArmError } from "./arm-error";
import type { ArmRequest, ArmResponse } from "./arm-request";
import { present } from "./present";

const statusWords = new Set([
  "replicationoperationstatus",
  "operationstatus",
  "operationsstatus",
  "operations",
  "privatednsoperationstatuses",
]);
const resultWords = new Set(["operationresults", "asyncoperations", "privatednsoperationresults"]);

/** Published as a call of its own (`ReplicationProtectionClusters_GetOperationResults`), by nothing but a job's GUID. */
const unsigned = /\/replicationProtectionClusters\/[^/]+\/operationResults\/[^/]+$/i;

/** An operation and which of its two addresses was asked. */
export interface Poll {
  readonly operation: Operation;
  readonly asks: "status" | "result";
}

/** Recognises a polling address; undefined for any other path. */
export function parsePoll(cloud: Cloud, request: ArmRequest): Poll | undefined {
  const segments = request.path.split("/").filter((segment) => segment !== "");
  const word = segments.at(-2)?.toLowerCase() ?? "";
  const asks = statusWords.has(word) ? "status" : resultWords.has(word) ? "result" : undefined;
  if (asks === undefined || request.method !== "GET") return undefined;
  const operation = cloud.operations.find(decodeURIComponent(segments.at(-1) ?? ""));
  return operation && { operation, asks };
}

/** Answers a poll, after the clock has been moved on and due operations have ended. */
export function answerPoll(cloud: Cloud, request: ArmRequest, poll: Poll): ArmResponse {
  const { operation } = poll;
  const style = styleOf(operation);
  if (operation.style === "site-recovery" && !unsigned.test(request.path))
    demandSignature(request, operation);
  if (poll.asks === "status") return { status: 200, body: style.statusDocument(operation, request.path) };
  if (operation.status === "InProgress") {
    const { location } = style.addresses(operation);
    return { status: 202, headers: { location: `${request.origin}${location ?? request.path}` } };
  }
  if (operation.failure)
    throw new ArmError(style.failureStatus ?? 400, operation.failure.code, operation.failure.message);
  const answer = style.finalAnswer(operation);
  if (!answer.resource) return answer;
  const resource = cloud.store.get(operation.resourceId);
  return resource ? { status: 200, body: present(resource, cloud, request.query) } : { status: 204 };
}

function demandSignature(request: ArmRequest, operation: Operation): void {
  const expected = new URLSearchParams(signature(operation));
  for (const [name, value] of expected) {
    if (request.query.get(name) === value) continue;
    throw new ArmError(
      403,
      "InvalidOperationSignature",
      `The polling address lacks or alters its query parameter '${name}'.`,
    );
  }
}
