import type { Cloud } from "../cloud";
import { isObject } from "../json";
import type { StoredResource } from "../store/resource";
import type { Operation } from "../operations/operation";
import { styleOf } from "../operations/polling-style";
import type { ResourceRequest, ResourceType } from "../types/resource-type";
import { carryOut, headersOf } from "./accept";
import { demandApiVersion } from "./api-version";
import { ArmError, methodNotAllowed, resourceNotFound } from "./arm-error";
import { bodyOf, type ArmRequest, type ArmResponse } from "./arm-request";
import { answerBuiltIn } from "./built-in";
import { answerSegment } from "./collections";
import {
  demandIdle,
  demandParent,
  demandPreconditions,
  demandResourceGroup,
  demandSubscription,
  demandUnlocked,
  settleLocation,
} from "./guards";
import { answerPoll, parsePoll } from "./polls";
import { present } from "./present";
import { parseArmPath, type ResourceId } from "./resource-id";
import { TypeResolver } from "./type-resolver";

/** How the simulator answers where the real service leaves room. */
export interface ResourceManagerOptions {
  /** A type that is not modelled is refused instead of kept generically. */
  readonly strict: boolean;
  /** Simulated seconds between two polls of a client; `"until-done"`: the first poll finds the operation ended. */
  readonly secondsPerPoll: number | "until-done";
  /** Simulated seconds that any other request takes. */
  readonly secondsPerRequest: number;
  /** Retry-After on everything long-running; `"service"`: what the real service sends, if anything. */
  readonly retryAfterInSeconds: number | "service";
  /** Entries on a page of a list. */
  readonly pageSize: number;
  /** Told once a type that is not modelled. */
  readonly onWarning: (message: string) => void;
}

/** Azure Resource Manager: the rules every resource type shares. */
export class ResourceManager {
  readonly #resolver: TypeResolver;

  /** What was looked at last that tells of an operation. */
  #lastLook: string | undefined;

  constructor(
    private readonly cloud: Cloud,
    private readonly options: ResourceManagerOptions,
  ) {
    this.#resolver = new TypeResolver(cloud.types, options);
  }

  /** Answers one signed-in request. @throws ArmError for every refusal. */
  handle(request: ArmRequest): ArmResponse {
    const { cloud, options } = this;
    cloud.operations.settle();
    const poll = parsePoll(cloud, request);
    if (poll) this.#passTimeFor(poll.operation);
    else cloud.clock.advance(options.secondsPerRequest);
    cloud.operations.settle();
    const apiVersion = demandApiVersion(request.query);
    if (poll) {
      const current = cloud.operations.find(poll.operation.token) ?? poll.operation;
      const answer = answerPoll(cloud, request, { ...poll, operation: current });
      return this.#withRetryAfter(
        answer,
        current.status === "InProgress" ? styleOf(current).retryAfterInSeconds : undefined,
      );
    }
    return this.#dispatch(request, apiVersion);
  }

  #dispatch(request: ArmRequest, apiVersion: string): ArmResponse {
    const { cloud } = this;
    const path = parseArmPath(request.path);
    switch (path.kind) {
      case "malformed":
        throw new ArmError(400, "InvalidRequestUri", `The request address is not valid: ${path.reason}.`);
      case "built-in":
        demandSubscription(cloud, path);
        demandResourceGroup(cloud, path, false);
        return answerBuiltIn(cloud, request, path, this.options.pageSize);
      case "namespace":
        return answerBuiltIn(
          cloud,
          request,
          { scope: path.scope, segments: ["providers", path.namespace] },
          this.options.pageSize,
        );
      case "segment": {
        demandSubscription(cloud, path);
        demandResourceGroup(cloud, path, false);
        if (request.method === "GET") this.#resolver.resolve(path);
        const answer = this.#passingTime(path.parentId ?? path.scope, () =>
          answerSegment(cloud, request, apiVersion, path, this.options.pageSize),
        );
        return this.#withRetryAfter(answer, undefined);
      }
      case "resource":
        return this.#resource(request, apiVersion, path.id);
    }
  }

  #resource(request: ArmRequest, apiVersion: string, id: ResourceId): ArmResponse {
    const { cloud } = this;
    const isWrite = request.method !== "GET" && request.method !== "HEAD";
    const isGroup = id.parentId === undefined && id.type === "Microsoft.Resources/resourceGroups";
    demandSubscription(cloud, id);
    if (!isGroup) demandResourceGroup(cloud, id, isWrite);
    const type = this.#resolver.resolve(id);
    const body = isWrite && !(request.method === "POST" && request.body === undefined) ? bodyOf(request) : {};
    const resourceRequest: ResourceRequest = {
      cloud,
      id,
      method: request.method,
      apiVersion,
      query: request.query,
      body,
    };
    switch (request.method) {
      case "GET":
      case "HEAD":
        return this.#read(request, resourceRequest, type);
      case "PUT":
      case "PATCH":
      case "DELETE":
        return this.#write(request, resourceRequest, type);
      case "POST":
        return this.#actOnCollection(request, resourceRequest, type);
      default:
        throw methodNotAllowed(request.method, id.type);
    }
  }

  /** `{collection}/{action}` reads like a resource with the action's name. */
  #actOnCollection(request: ArmRequest, resourceRequest: ResourceRequest, type: ResourceType): ArmResponse {
    const { cloud } = this;
    const action = type.collectionActions?.[resourceRequest.id.name.toLowerCase()];
    if (!action) throw methodNotAllowed(request.method, resourceRequest.id.type);
    demandParent(cloud, resourceRequest.id);
    demandUnlocked(cloud, resourceRequest.id.id, request.method);
    const answer = carryOut(cloud, resourceRequest, action(resourceRequest), {
      origin: request.origin,
      existing: undefined,
      jobFault: request.jobFault,
    });
    return this.#withRetryAfter(answer, undefined);
  }

  #read(request: ArmRequest, { id }: ResourceRequest, type: ResourceType): ArmResponse {
    const { cloud } = this;
    let resource = cloud.find(id);
    const told = resource && this.#toldAgain(resource, type);
    const running = told ?? (resource && cloud.operations.runningOn(resource.id)[0]);
    const style = running && styleOf(running);
    if (resource && (told !== undefined || style?.isUnattended)) {
      // What is read is the state before: whoever looks again finds it further on.
      const shown = {
        status: 200,
        headers: headersOf(cloud, resource),
        body: present(resource, cloud, request.query),
      };
      this.#passTimeFor(running as Operation);
      return shown;
    }
    if (resource && running && style?.addresses(running).asyncOperation === undefined) {
      // Only the resource itself tells how its operation is getting on, so reading it is polling.
      this.#passTimeFor(running);
      cloud.operations.settle();
      resource = cloud.find(id);
    }
    if (!resource) {
      if (id.scope !== "" || id.parentId !== undefined) demandScope(cloud, id);
      throw type.absent?.(id, cloud) ?? resourceNotFound(type.type, id.names, id.resourceGroup);
    }
    if (request.method === "HEAD") return { status: 204 };
    return {
      status: 200,
      headers: headersOf(cloud, resource),
      body: present(resource, cloud, request.query),
    };
  }

  #write(request: ArmRequest, resourceRequest: ResourceRequest, type: ResourceType): ArmResponse {
    const { cloud } = this;
    const { id, method } = resourceRequest;
    const existing = cloud.find(id);
    const context = { origin: request.origin, existing, jobFault: request.jobFault };
    demandPreconditions(request, existing);
    if (method === "DELETE" && !existing) {
      if (id.parentId !== undefined) demandParent(cloud, id);
      const outcome = type.removeAbsent?.(resourceRequest);
      return outcome ? carryOut(cloud, resourceRequest, outcome, context) : { status: 204 };
    }
    const handler = method === "PUT" ? type.put : method === "PATCH" ? type.patch : type.remove;
    if (!handler) throw methodNotAllowed(method, type.type);
    demandParent(cloud, id);
    if (type.type !== "Microsoft.Authorization/locks") demandUnlocked(cloud, existing?.id ?? id.id, method);
    if (method === "PATCH" && !existing) {
      throw type.absent?.(id, cloud) ?? resourceNotFound(type.type, id.names, id.resourceGroup);
    }
    this.#finishOrRefuse(existing?.id ?? id.id);
    if (method === "PUT" && !existing) {
      const refusal = type.checkName?.(id.name);
      if (refusal) throw refusal;
    }
    const body =
      method === "PUT" ? settleLocation(type, id, resourceRequest.body, existing) : resourceRequest.body;
    // The three handlers differ only in whether `existing` may be undefined, which was settled above.
    const outcome = (handler as NonNullable<ResourceType["put"]>)({ ...resourceRequest, body, existing });
    const answer = carryOut(cloud, resourceRequest, outcome, context);
    if (outcome.kind !== "accepted") return answer;
    const running = cloud.operations.runningOn(existing?.id ?? id.id)[0];
    return this.#withRetryAfter(answer, running && styleOf(running).retryAfterInSeconds);
  }

  /** A second write while the first is under way is refused, as the services do; trying again is what lets time pass. */
  #finishOrRefuse(id: string): void {
    this.#passingTime(id, () => {
      demandIdle(this.cloud, id);
    });
  }

  /** Answers a write; being refused because of something under way lets the time of that pass. */
  #passingTime<Answer>(id: string, answer: () => Answer): Answer {
    try {
      return answer();
    } catch (refusal) {
      if (!(refusal instanceof ArmError) || refusal.code !== "AnotherOperationInProgress") throw refusal;
      this.cloud.operations.runningOn(id).forEach((operation) => {
        this.#passTimeFor(operation);
      });
      throw refusal;
    }
  }

  /** The operation that a resource tells of, when somebody looks at it for the second time in a row. */
  #toldAgain(resource: StoredResource, type: ResourceType): Operation | undefined {
    const operation = type.tellsOf?.(resource, this.cloud);
    if (operation === undefined) return undefined;
    const isAgain = this.#lastLook === resource.id;
    this.#lastLook = resource.id;
    return isAgain ? operation : undefined;
  }

  /** The time a client lets pass before it asks after an operation again. */
  #passTimeFor(operation: Operation): void {
    const { secondsPerPoll, secondsPerRequest } = this.options;
    const untilEnd = (new Date(operation.endsAt).getTime() - this.cloud.clock.now().getTime()) / 1000;
    this.cloud.clock.advance(
      secondsPerPoll === "until-done" ? Math.max(secondsPerRequest, untilEnd) : secondsPerPoll,
    );
  }

  #withRetryAfter(answer: ArmResponse, serviceSays: number | undefined): ArmResponse {
    const { retryAfterInSeconds } = this.options;
    const isPolled =
      answer.status === 202 ||
      answer.headers?.["azure-asyncoperation"] !== undefined ||
      (isObject(answer.body) && answer.body["status"] === "InProgress");
    const seconds = retryAfterInSeconds === "service" ? serviceSays : retryAfterInSeconds;
    if (!isPolled || seconds === undefined) return answer;
    return { ...answer, headers: { ...answer.headers, "retry-after": String(seconds) } };
  }
}

/** A GET below something absent says what is absent, from the top. */
function demandScope(cloud: Cloud, id: ResourceId): void {
  if (id.parentId !== undefined) demandParent(cloud, id);
}
