import { ServiceClient, type ServiceClientOptions } from "@azure/core-client";
import { createHttpHeaders, createPipelineRequest, type HttpMethods } from "@azure/core-rest-pipeline";
import { AzureError, azureErrorOf } from "./azure-error";

export interface ArmRequestOptions {
  readonly body?: unknown;
  readonly abortSignal?: AbortSignal;
  /** Whole numbers that a `number` cannot hold exactly come as text, digit by digit. Default: rounded. */
  readonly exactIntegers?: boolean;
}

interface Page {
  readonly value?: readonly unknown[];
  readonly nextLink?: string | null;
}

/** Plain JSON requests to Azure Resource Manager, signed and retried as the SDK's clients are. */
export class ArmClient {
  readonly #client: ServiceClient;

  constructor(
    private readonly endpoint: string,
    options: ServiceClientOptions,
  ) {
    this.#client = new ServiceClient(options);
  }

  /**
   * @param path begins with a slash; an id, for example.
   * @returns the answer's JSON; undefined where it has no body.
   * @throws AzureError for any status of 400 and above.
   */
  async request(
    method: HttpMethods,
    path: string,
    apiVersion: string,
    { body, abortSignal, exactIntegers }: ArmRequestOptions = {},
  ): Promise<unknown> {
    const address = new URL(path, `${this.endpoint}/`);
    address.searchParams.set("api-version", apiVersion);
    return this.#send(method, address.href, body, abortSignal, exactIntegers);
  }

  /** @throws AzureError as {@link request} does. */
  get(path: string, apiVersion: string, options: ArmRequestOptions = {}): Promise<unknown> {
    return this.request("GET", path, apiVersion, options);
  }

  /** All pages of a list. @throws AzureError as {@link request} does. */
  async list(path: string, apiVersion: string, abortSignal?: AbortSignal): Promise<readonly unknown[]> {
    const items: unknown[] = [];
    let page = (await this.get(path, apiVersion, abortSignal ? { abortSignal } : {})) as Page | undefined;
    while (page !== undefined) {
      items.push(...(page.value ?? []));
      page = page.nextLink
        ? ((await this.#send("GET", page.nextLink, undefined, abortSignal)) as Page | undefined)
        : undefined;
    }
    return items;
  }

  async #send(
    method: HttpMethods,
    url: string,
    body: unknown,
    abortSignal: AbortSignal | undefined,
    exactIntegers = false,
  ): Promise<unknown> {
    const request = createPipelineRequest({
      url,
      method,
      headers: createHttpHeaders({ accept: "application/json", "content-type": "application/json" }),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(abortSignal === undefined ? {} : { abortSignal }),
    });
    const response = await this.#client.sendRequest(request).catch((error: unknown) => {
      throw azureErrorOf(error);
    });
    const text = response.bodyAsText ?? "";
    if (response.status >= 400) {
      throw azureErrorOf({ statusCode: response.status, message: text, response, request: { method, url } });
    }
    if (text === "") return undefined;
    try {
      return exactIntegers ? JSON.parse(text, exactly) : (JSON.parse(text) as unknown);
    } catch {
      throw new AzureError(
        "NotJson",
        `${method} ${new URL(url).pathname} was answered with something that is no JSON.`,
      );
    }
  }
}

/** Whole numbers as they are written, where a `number` would round them. */
const exactly = ((_key: string, value: unknown, { source }: { readonly source?: string }): unknown =>
  typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value)
    ? (source ?? value)
    : value) as (key: string, value: unknown) => unknown;
