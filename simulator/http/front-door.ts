import { ArmError } from "../arm/arm-error";
import type { ResourceManager } from "../arm/resource-manager";
import type { Cloud } from "../cloud";
import { isJobFault, type Fault, type FaultPlan, type JobFault } from "../faults";
import { newGuid } from "../guid";
import { cloudMetadata } from "./cloud-metadata";
import { answerControl } from "./control";
import type { HttpRequest, HttpResponse } from "./listener";
import type { SignIn } from "./sign-in";

/** What the front door hands requests to. */
export interface Rooms {
  readonly cloud: Cloud;
  readonly resourceManager: ResourceManager;
  readonly signIn: SignIn;
  readonly origin: () => string;
  /** What is to go wrong. */
  readonly faults?: FaultPlan | undefined;
  /** Told about faults of ours, which answer 500. */
  readonly onFault: (fault: unknown) => void;
}

/** Sends a request to sign-in, metadata, the simulator's own addresses or Azure Resource Manager. */
export function answer(rooms: Rooms, request: HttpRequest): HttpResponse {
  const trace = traceHeaders(request);
  try {
    const response = route(rooms, request);
    return { ...response, headers: { ...trace, ...response.headers } };
  } catch (refusal) {
    if (refusal instanceof ArmError) return json(refusal.status, refusal.body(), trace);
    rooms.onFault(refusal);
    return json(500, { error: { code: "InternalServerError", message: String(refusal) } }, trace);
  }
}

function route(rooms: Rooms, request: HttpRequest): HttpResponse {
  const { signIn, cloud } = rooms;
  const origin = rooms.origin();
  const segments = request.path.split("/").filter((segment) => segment !== "");
  const last = segments.at(-1)?.toLowerCase();
  if (request.path.toLowerCase() === "/metadata/endpoints") {
    return json(
      200,
      cloudMetadata(origin, cloud.identity.tenantId, request.query.get("api-version") ?? "1.0"),
    );
  }
  if (last === "openid-configuration") return plain(signIn.openIdConfiguration(origin, segments[0] ?? ""));
  if (last === "token" && segments[1] === "oauth2" && request.method === "POST") {
    return plain(
      signIn.token(segments[0] ?? "", new URLSearchParams(request.text), request.headers["authorization"]),
    );
  }
  if (request.path.toLowerCase() === "/common/discovery/instance")
    return plain(signIn.instanceDiscovery(origin));
  if (segments[0]?.toLowerCase() === "simulator")
    return plain(answerControl(rooms, request, segments.slice(1)));
  return manage(rooms, request, origin);
}

function manage(rooms: Rooms, request: HttpRequest, origin: string): HttpResponse {
  const refusal = rooms.signIn.check(request.headers["authorization"]);
  if (refusal) return unauthorized(rooms, origin, refusal);
  const fault = rooms.faults?.take(request);
  switch (fault?.fault) {
    case "connection-reset":
      return cut;
    case "expired-token":
      return unauthorized(rooms, origin, {
        code: "ExpiredAuthenticationToken",
        message: "The access token has expired.",
      });
    case "error":
    case "too-many-requests":
      return injected(fault);
    default: {
      const response = handle(rooms, request, origin, fault && isJobFault(fault) ? fault : undefined);
      return fault?.fault === "lost-response" ? cut : response;
    }
  }
}

const cut: HttpResponse = { status: 0, headers: {}, text: "", isCut: true };

function injected(fault: Extract<Fault, { readonly fault: "error" | "too-many-requests" }>): HttpResponse {
  const { status, code, message } =
    fault.fault === "error"
      ? fault
      : {
          status: 429,
          code: "TooManyRequests",
          message: "The number of requests has exceeded the limit. Try again later.",
        };
  const seconds = fault.retryAfterInSeconds;
  return json(
    status,
    { error: { code, message } },
    seconds === undefined ? {} : { "retry-after": String(seconds) },
  );
}

function unauthorized(
  rooms: Rooms,
  origin: string,
  refusal: { readonly code: string; readonly message: string },
): HttpResponse {
  const authority = `${origin}/${rooms.cloud.identity.tenantId}`;
  return json(
    401,
    { error: refusal },
    {
      "www-authenticate": `Bearer authorization_uri="${authority}", error="invalid_token", error_description="${refusal.message}"`,
    },
  );
}

function handle(
  rooms: Rooms,
  request: HttpRequest,
  origin: string,
  jobFault: JobFault | undefined,
): HttpResponse {
  const response = rooms.resourceManager.handle({
    method: request.method,
    path: request.path,
    query: request.query,
    headers: request.headers,
    body: parse(request.text),
    origin,
    ...(jobFault ? { jobFault } : {}),
  });
  const headers = { ...rateLimit(request.method), ...response.headers };
  return response.body === undefined
    ? { status: response.status, headers, text: "" }
    : json(response.status, response.body, headers);
}

function rateLimit(method: string): Readonly<Record<string, string>> {
  if (method === "GET" || method === "HEAD")
    return { "x-ms-ratelimit-remaining-subscription-reads": "11999" };
  if (method === "DELETE") return { "x-ms-ratelimit-remaining-subscription-deletes": "14999" };
  return { "x-ms-ratelimit-remaining-subscription-writes": "1199" };
}

function parse(text: string): unknown {
  if (text.trim() === "") return undefined;
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (fault) {
    throw new ArmError(
      400,
      "InvalidRequestContent",
      `The request content was invalid and could not be deserialized: '${fault instanceof Error ? fault.message : String(fault)}'.`,
    );
  }
}

function traceHeaders(request: HttpRequest): Readonly<Record<string, string>> {
  const clientRequestId = request.headers["x-ms-client-request-id"];
  const echoes = request.headers["x-ms-return-client-request-id"]?.toLowerCase() === "true";
  return {
    "cache-control": "no-cache",
    pragma: "no-cache",
    expires: "-1",
    "x-ms-request-id": newGuid(),
    "x-ms-correlation-request-id": request.headers["x-ms-correlation-request-id"] ?? newGuid(),
    "x-ms-routing-request-id": `SIMULATOR:${newGuid()}`,
    "x-content-type-options": "nosniff",
    "strict-transport-security": "max-age=31536000; includeSubDomains",
    ...(echoes && clientRequestId !== undefined ? { "x-ms-client-request-id": clientRequestId } : {}),
  };
}

function plain(answer: { readonly status: number; readonly body: unknown }): HttpResponse {
  return json(answer.status, answer.body);
}

function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): HttpResponse {
  return {
    status,
    headers: { ...headers, "content-type": "application/json; charset=utf-8" },
    text: JSON.stringify(body),
  };
}
