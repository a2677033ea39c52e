import { isObject, objectAt, stringAt, type JsonObject } from "../../json";

/** A refusal by Azure Resource Manager. */
export class ArmFailure extends Error {
  constructor(
    message: string,
    /** HTTP status; undefined when an asynchronous operation failed after it was accepted. */
    readonly status: number | undefined,
    /** ARM's own code, e.g. `ResourceGroupNotFound`. */
    readonly code: string | undefined,
  ) {
    super(message);
    this.name = "ArmFailure";
  }
}

/** An operation that was accepted, so that something may exist now, and failed afterwards. */
export class OperationFailure extends ArmFailure {
  constructor(message: string, code: string | undefined) {
    super(message, undefined, code);
    this.name = "OperationFailure";
  }
}

/** True when the answer says that the resource, or what it lives in, does not exist. */
export function isNotFound(error: unknown): boolean {
  return error instanceof ArmFailure && error.status === 404;
}

/** `409 Conflict`'s body in words: code, message and the details that ARM nests below. */
export function errorTextOf(body: unknown): { readonly code: string | undefined; readonly text: string } {
  // Some services answer with `{error: {...}}`, some (Site Recovery's operations among them) without the wrapper.
  const error = isObject(body) ? (isObject(body["error"]) ? body["error"] : body) : {};
  const code = stringAt(error, "code");
  const message = stringAt(error, "message");
  const details = detailsOf(error).filter((detail) => detail !== message);
  const text = [message ?? "no reason given", ...details].join(" — ");
  return { code, text: code === undefined ? text : `${code}: ${text}` };
}

function detailsOf(error: JsonObject): readonly string[] {
  const details = Array.isArray(error["details"]) ? error["details"].filter(isObject) : [];
  const inner = objectAt(error, "innererror");
  return [...details, inner].flatMap((detail) => stringAt(detail, "message") ?? []);
}
