import { isObject, objectAt, stringAt, type JsonObject } from "../../json";
import { errorTextOf, isNotFound, OperationFailure } from "./arm-failure";
import type { HttpAnswer } from "./https-transport";
import { pauseInMilliseconds, retryAfterInMilliseconds } from "./waiting";

/** The request that may have started an operation, and its answer. */
export interface StartedOperation {
  readonly method: string;
  readonly url: string;
  readonly answer: HttpAnswer;
}

type Get = (url: string) => Promise<HttpAnswer>;
type Pause = (milliseconds: number) => Promise<void>;

/** Final states of operations and of `provisioningState`, in lower case. */
const failed: ReadonlySet<string> = new Set(["failed", "canceled", "cancelled"]);

/**
 * Follows ARM's asynchronous operations: `Azure-AsyncOperation` first, else `Location`, else the
 * `provisioningState` of the resource (Azure resource manager RPC, asynchronous operations).
 *
 * @returns the last body that shows the resource itself, where there was one.
 * @throws OperationFailure when the operation fails or is canceled.
 */
export async function followOperation(
  started: StartedOperation,
  get: Get,
  pause: Pause,
): Promise<JsonObject | undefined> {
  const { answer, method } = started;
  const status = headerOf(answer, "azure-asyncoperation") ?? headerOf(answer, "operation-location");
  if (status !== undefined) {
    await pollStatus(started, status, get, pause);
    return undefined;
  }
  const location = headerOf(answer, "location");
  if (answer.status === 202 && location !== undefined) return pollLocation(started, location, get, pause);
  if (method === "PUT" || method === "PATCH") return pollProvisioningState(started, get, pause);
  return bodyOf(answer);
}

async function pollStatus(started: StartedOperation, first: string, get: Get, pause: Pause): Promise<void> {
  let url = first;
  let answer = started.answer;
  for (let attempt = 0; ; attempt++) {
    await pause(retryAfterInMilliseconds(answer.headers) ?? pauseInMilliseconds(attempt));
    answer = await get(url);
    url = headerOf(answer, "azure-asyncoperation") ?? url;
    const body = bodyOf(answer) ?? {};
    const state = (stringAt(body, "status") ?? "").toLowerCase();
    if (state === "succeeded") return;
    if (failed.has(state)) throw operationFailure(started, body, state);
  }
}

async function pollLocation(
  started: StartedOperation,
  first: string,
  get: Get,
  pause: Pause,
): Promise<JsonObject | undefined> {
  let url = first;
  let answer = started.answer;
  for (let attempt = 0; answer.status === 202; attempt++) {
    await pause(retryAfterInMilliseconds(answer.headers) ?? pauseInMilliseconds(attempt));
    try {
      answer = await get(url);
    } catch (error) {
      // After a deletion the operation may vanish together with what it deleted.
      if (started.method === "DELETE" && isNotFound(error)) return undefined;
      throw error;
    }
    url = headerOf(answer, "location") ?? url;
  }
  return bodyOf(answer);
}

async function pollProvisioningState(
  started: StartedOperation,
  get: Get,
  pause: Pause,
): Promise<JsonObject | undefined> {
  let answer = started.answer;
  for (let attempt = 0; ; attempt++) {
    const body = bodyOf(answer);
    const state = provisioningStateOf(body);
    if (failed.has(state)) throw operationFailure(started, body ?? {}, state);
    if (state === "" || state === "succeeded") return body;
    await pause(retryAfterInMilliseconds(answer.headers) ?? pauseInMilliseconds(attempt));
    answer = await get(started.url);
  }
}

function provisioningStateOf(body: JsonObject | undefined): string {
  return (stringAt(objectAt(body, "properties"), "provisioningState") ?? "").toLowerCase();
}

function operationFailure(started: StartedOperation, body: JsonObject, state: string): OperationFailure {
  const { codes, text } = errorTextOf(body);
  const path = started.url.replace(/^https:\/\/[^/]+/, "").replace(/\?.*$/, "");
  return new OperationFailure(`${started.method} ${path} was accepted and then ${state}: ${text}`, codes);
}

function headerOf(answer: HttpAnswer, name: string): string | undefined {
  const value = answer.headers[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

function bodyOf(answer: HttpAnswer): JsonObject | undefined {
  return isObject(answer.body) ? answer.body : undefined;
}
