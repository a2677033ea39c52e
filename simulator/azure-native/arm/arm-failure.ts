import { isObject, objectAt, stringAt, type JsonObject } from "../../json";

/** A refusal by Azure Resource Manager. */
export class ArmFailure extends Error {
  constructor(
    message: string,
    /** HTTP status; undefined when an asynchronous operation failed after it was accepted. */
    readonly status: number | undefined,
    /** ARM's own code, e.g. `ResourceGroupNotFound`, and those of the details below it. */
    readonly codes: readonly string[],
  ) {
    super(message);
    this.name = "ArmFailure";
  }
}

/** An operation that was accepted, so that something may exist now, and failed afterwards. */
export class OperationFailure extends ArmFailure {
  constructor(message: string, codes: readonly string[]) {
    super(message, undefined, codes);
    this.name = "OperationFailure";
  }
}

/** Site Recovery answers so, with status 400, for what does not exist: in a vault that it was never used in, for one. */
const absentInSiteRecovery = "SubscriptionIdNotRegisteredWithSrs";

/** True when the answer says that the resource, or what it lives in, does not exist. */
export function isNotFound(error: unknown): boolean {
  if (!(error instanceof ArmFailure)) return false;
  return error.status === 404 || (error.status === 400 && error.codes.includes(absentInSiteRecovery));
}

/** `409 Conflict`'s body in words: code, message and the details that ARM nests below. */
export function errorTextOf(body: unknown): { readonly codes: readonly string[]; readonly text: string } {
  // Some services answer with `{error: {...}}`, some (Site Recovery's operations among them) without the wrapper.
  const error = isObject(body) ? (isObject(body["error"]) ? body["error"] : body) : {};
  const message = stringAt(error, "message") ?? "no reason given";
  const details = detailsOf(error);
  const codes = [error, ...details].flatMap((part) => stringAt(part, "code") ?? []);
  const texts = [message, ...details.flatMap((detail) => stringAt(detail, "message") ?? [])];
  return {
    codes,
    text: [[...new Set(codes)].join(", "), [...new Set(texts)].join(" — ")].filter(Boolean).join(": "),
  };
}

function detailsOf(error: JsonObject): readonly JsonObject[] {
  const details = Array.isArray(error["details"]) ? error["details"].filter(isObject) : [];
  return [...details, objectAt(error, "innererror")];
}
