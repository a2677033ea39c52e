import type { JsonObject } from "../json";

/**
 * A refusal as Azure Resource Manager words it: an HTTP status and `{error: {code, message, …}}`.
 * Types and the dispatcher throw it; the HTTP layer alone turns it into a response.
 */
export class ArmError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly extra: { readonly target?: string; readonly details?: readonly JsonObject[] } = {},
  ) {
    super(message);
    this.name = "ArmError";
  }

  /** The response body. */
  body(): JsonObject {
    return { error: { code: this.code, message: this.message, ...this.extra } };
  }
}

/** 400 with the code ARM uses for a body it cannot use at all. */
export function invalidRequestContent(message: string): ArmError {
  return new ArmError(400, "InvalidRequestContent", message);
}

/** 404 of a resource that does not exist in a group that does. */
export function resourceNotFound(
  type: string,
  names: readonly string[],
  group: string | undefined,
): ArmError {
  const path = [type.split("/")[0], ...interleave(type.split("/").slice(1), names)].join("/");
  const where = group === undefined ? "" : ` under resource group '${group}'`;
  return new ArmError(
    404,
    "ResourceNotFound",
    `The Resource '${path}'${where} was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
  );
}

function interleave(types: readonly string[], names: readonly string[]): readonly string[] {
  return types.flatMap((type, index) => [type, names[index] ?? ""]);
}

/** 405 in ARM's words. */
export function methodNotAllowed(method: string, type: string): ArmError {
  return new ArmError(
    405,
    "MethodNotAllowed",
    `The HTTP method '${method}' is not supported for the resource type '${type}'.`,
  );
}
