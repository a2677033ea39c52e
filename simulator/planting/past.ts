import { azureTimestamp } from "../clock";
import type { Cloud } from "../cloud";
import { parseResourceId, type ResourceId } from "../arm/resource-id";
import { stableGuid } from "../guid";
import type { JsonObject } from "../json";
import type { SeededHealthError } from "../seed-states";
import type { Outcome } from "../types/resource-type";
import { jobType } from "../types/recovery-services/type-names";

/** What a day has, for times that a seed gives in days. */
export const minutesOfADay = 24 * 60;

/** The simulated time that many minutes ago. */
export function before(cloud: Cloud, minutes: number): Date {
  return new Date(cloud.clock.now().getTime() - minutes * 60_000);
}

/** The same as the service writes it. */
export function timeBefore(cloud: Cloud, minutes: number): string {
  return azureTimestamp(before(cloud, minutes));
}

/** A health error as items, servers and events show it. */
export function healthError(cloud: Cloud, error: SeededHealthError): JsonObject {
  const level = error.level ?? "Error";
  return {
    innerHealthErrors: [],
    errorSource: "SourceInfra",
    errorType: "Health",
    errorLevel: level,
    errorCategory: error.category ?? "Replication",
    errorCode: error.code,
    summaryMessage: error.message,
    errorMessage: error.message,
    possibleCauses: error.possibleCauses ?? "",
    recommendedAction: error.recommendedAction ?? "",
    creationTimeUtc: timeBefore(cloud, error.minutesAgo ?? 60),
    recoveryProviderErrorMessage: "",
    entityId: "",
    errorId: stableGuid(`error ${error.code} ${error.message}`),
    customerResolvability: "Allowed",
  };
}

/** The health that errors make of something: Critical by one error, Warning by warnings alone. */
export function healthBy(errors: readonly SeededHealthError[] | undefined): string {
  if (errors === undefined || errors.length === 0) return "Normal";
  return errors.some(({ level }) => level !== "Warning") ? "Critical" : "Warning";
}

/** An id that a seed is made of. @throws Error for what names no resource. */
export function resourceId(text: string): ResourceId {
  const id = parseResourceId(text);
  if (!id) throw new Error(`'${text}' in the seed does not name a resource.`);
  return id;
}

type Method = "put" | "patch" | { readonly action: string };

/**
 * A request of the past: what a client would have sent, done with at `endedAt` and leaving no job. What goes on by itself
 * from there has gone on since.
 *
 * @throws ArmError for what the service would have refused.
 */
export function happened(cloud: Cloud, method: Method, text: string, body: JsonObject, endedAt: Date): void {
  const id = resourceId(text);
  const type = cloud.types.find(id.type);
  if (id.parentId !== undefined && !cloud.find(resourceId(id.parentId)))
    throw new Error(`'${id.parentId}', in which the seed puts '${id.name}', does not exist.`);
  const existing = cloud.find(id);
  const request = {
    cloud,
    id,
    method: "PUT",
    apiVersion: "",
    query: new URLSearchParams(),
    body,
    existing,
  };
  const handler =
    method === "put" ? type?.put : method === "patch" ? type?.patch : type?.actions?.[method.action];
  if (!handler) throw new Error(`The seed cannot make '${text}'.`);
  // Only `put` takes a request about something absent.
  const outcome = (handler as (given: typeof request) => Outcome)(request);
  if (outcome.kind === "stored") cloud.store.put(outcome.resource);
  if (outcome.kind !== "accepted") return;
  for (const resource of [outcome.visible, ...(outcome.alongside ?? [])]) {
    if (resource && resource.type !== jobType) cloud.store.put(resource);
  }
  const stages = outcome.stages?.flatMap(({ effects }) => effects) ?? [];
  cloud.operations.start({
    style: "unattended",
    method: "POST",
    resourceId: id.id,
    apiVersion: "",
    seconds: 0,
    effects: [...stages, ...outcome.effects],
    startedAt: endedAt.toISOString(),
  });
  cloud.operations.settle();
}
