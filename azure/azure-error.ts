/** A refusal of Azure, or of signing in to it, in one line: what failed, the service's code, what to do. */
export class AzureError extends Error {
  constructor(
    /** The service's own code, e.g. `ProtectedItemNotFound`, or ours where the request was never sent. */
    readonly code: string,
    message: string,
    readonly details: {
      readonly statusCode?: number;
      /** What Azure's support asks for. */
      readonly correlationId?: string;
      readonly remedy?: string;
    } = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "AzureError";
  }
}

interface RestErrorShape {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly statusCode?: unknown;
  readonly details?: unknown;
  readonly response?: {
    readonly bodyAsText?: string | null;
    readonly headers?: { get(name: string): string | undefined };
  };
}

/** Any failure of a call to Azure as an {@link AzureError}; what is one already stays as it is. */
export function azureErrorOf(error: unknown): AzureError {
  if (error instanceof AzureError) return error;
  if (typeof error !== "object" || error === null) return new AzureError("Unknown", String(error));
  const shape = error as RestErrorShape;
  const body = bodyOf(shape);
  const code = body.code ?? (typeof shape.code === "string" ? shape.code : undefined) ?? "Unknown";
  const message = body.message ?? (typeof shape.message === "string" ? shape.message : "no message");
  return new AzureError(
    code,
    oneLine(message),
    {
      ...(typeof shape.statusCode === "number" ? { statusCode: shape.statusCode } : {}),
      ...optional("correlationId", shape.response?.headers?.get("x-ms-correlation-request-id")),
      ...optional("remedy", body.remedy),
    },
    { cause: error },
  );
}

/**
 * Codes of a 400 that say "not there". A vault that Site Recovery was never used in answers every question with the
 * last (its message: "… isn't registered with the service").
 */
const absentCodes = /NotFound|DoesNotExist|ArmEntityMissing|IsMissing|^SubscriptionIdNotRegisteredWithSrs$/i;

/**
 * Whether the service says that the thing is not there. Site Recovery answers some absent things with 400 and a
 * code instead of 404 (hashicorp/terraform-provider-azurerm#6026, Azure/azure-sdk-for-go#8705).
 */
export function isAbsent(error: unknown): boolean {
  const { code, details } = azureErrorOf(error);
  if (details.statusCode === 404) return true;
  return details.statusCode === 400 && absentCodes.test(code);
}

/** Whether the call was refused for want of rights. */
export function isForbidden(error: unknown): boolean {
  const { details } = azureErrorOf(error);
  return details.statusCode === 403 || details.statusCode === 401;
}

/** What an error object of Azure says. */
export interface ErrorBody {
  readonly code?: string;
  readonly message?: string;
  readonly remedy?: string;
}

/** ARM's `{error: {code, message, details}}`, and the recommended action that Site Recovery writes into messages. */
function bodyOf(shape: RestErrorShape): ErrorBody {
  const text = shape.response?.bodyAsText;
  let parsed: unknown;
  try {
    parsed = text ? JSON.parse(text) : shape.details;
  } catch {
    return {};
  }
  if (typeof parsed !== "object" || parsed === null) return {};
  const error = "error" in parsed ? parsed.error : parsed;
  if (typeof error !== "object" || error === null) return {};
  return errorBodyOf(error as Record<string, unknown>);
}

/** Codes that only repeat the status: Site Recovery's own code is then the first detail's. */
const generalCodes: readonly unknown[] = [
  "BadRequest",
  "NotFound",
  "Conflict",
  "Forbidden",
  "UnhandledException",
];

/** Code, message and remedy of an error object, as ARM sends it in answers and in the status of operations. */
export function errorBodyOf(error: Readonly<Record<string, unknown>>): ErrorBody {
  const details = Array.isArray(error["details"]) ? (error["details"] as readonly unknown[]) : [];
  const [first] = details.filter((one) => typeof one === "object" && one !== null);
  const inner = (first ?? {}) as Readonly<Record<string, unknown>>;
  const outer = error["code"];
  const code = generalCodes.includes(outer) ? (inner["code"] ?? outer) : (outer ?? inner["code"]);
  const message = error["message"] ?? inner["message"];
  const remedy = error["recommendedAction"] ?? inner["recommendedAction"];
  return {
    ...(typeof code === "string" && code !== "" ? { code } : {}),
    ...(typeof message === "string" ? { message } : {}),
    ...(typeof remedy === "string" && remedy !== "" ? { remedy } : {}),
  };
}

function optional<Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, string>);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/g, " ").trim();
}
