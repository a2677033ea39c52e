import { ArmClient } from "../arm/arm-client";
import { armConnection } from "../arm/arm-connection";
import type { ProviderContext } from "../operations/provider-context";
import { stringOf, type PropertyMap } from "../../../plugin-protocol/property-value";
import { EngineLog } from "../../../plugin-protocol/engine-log";

/** Set by `asr simulate --strict`. */
const strictVariable = "ASR_SIMULATOR_STRICT";

/** Longest time an operation may take when the engine sets no limit; azure-native's own default. */
const defaultTimeoutInSeconds = 2 * 60 * 60;

/** What one run of the plugin remembers between calls. */
export class ProviderSession {
  readonly log = new EngineLog();
  readonly #cancelled = new AbortController();
  #context: ProviderContext | undefined;

  /** @param environment variables that the connection is read from. */
  constructor(private readonly environment: Readonly<Record<string, string | undefined>>) {}

  /** @throws Error when the environment or the configuration lacks something. */
  configure(configuration: PropertyMap): void {
    const settings = Object.fromEntries(
      Object.entries(configuration).flatMap(([name, value]) => {
        const text = stringOf(value);
        return text === undefined ? [] : [[name, text] as const];
      }),
    );
    this.#context?.client.close();
    const connection = armConnection(settings, this.environment);
    this.#context = {
      client: new ArmClient(connection),
      subscriptionId: connection.subscriptionId,
      location: settings["location"],
      strict: this.environment[strictVariable] === "1",
      debug: (message, urn) => {
        this.log.debug(message, urn);
      },
      resourceGroupLocations: new Map(),
    };
  }

  /** @throws Error before the provider is configured. */
  get context(): ProviderContext {
    if (this.#context === undefined) throw new Error("The provider azure-native is not configured yet.");
    return this.#context;
  }

  /** Ends an operation after its time limit, or when the engine cancels everything. */
  signal(timeoutInSeconds = 0): AbortSignal {
    const seconds = timeoutInSeconds > 0 ? timeoutInSeconds : defaultTimeoutInSeconds;
    return AbortSignal.any([this.#cancelled.signal, AbortSignal.timeout(seconds * 1000)]);
  }

  /** Ends every operation under way. */
  cancel(): void {
    this.#cancelled.abort(new Error("The update was cancelled."));
  }

  close(): void {
    this.#context?.client.close();
    this.log.close();
  }
}
