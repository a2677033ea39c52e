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
  if (shape.name === "AggregateAuthenticationError") return nobodySignedIn(error);
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
 * All ways of `DefaultAzureCredential` failed. Its own message strings their answers together, headers included; the one
 * that counts for a person is that of the Azure CLI.
 */
function nobodySignedIn(error: object): AzureError {
  const { errors = [] } = error as { readonly errors?: readonly { readonly message: string }[] };
  const cli = errors
    .map(({ message }) => oneLine(message))
    .find((message) => /Azure CLI|az login/.test(message));
  const says = cli === undefined ? "" : `; Azure CLI: ${cli.slice(0, mostOfCli).replace(/\.$/, "")}`;
  return new AzureError(
    "NotSignedIn",
    `Nobody is signed in to Azure: neither variables of a service principal nor a managed identity work${says}. ` +
      "Run az login, or set ARM_TENANT_ID, ARM_CLIENT_ID and ARM_CLIENT_SECRET.",
    {},
    { cause: error },
  );
}

/** Characters of the Azure CLI's answer that are repeated: its errors can hold whole pages. */
const mostOfCli = 200;

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
    ...(typeof remedy === "string" && remedy !== "" ? { remedy: oneLine(remedy) } : {}),
  };
}

function optional<Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, string>);
}

/** What a service says goes to terminals: it moves no cursor there. */
function oneLine(text: string): string {
  return text
    .replaceAll(/\s*[\r\n]+\s*/g, " ")
    .replaceAll(/\p{Cc}/gu, "\uFFFD")
    .trim();
}
