import { connect, type AzureConnection } from "../../azure/connection";
import { azureSettings } from "../../azure/azure-settings";
import { defaultEdition } from "../../limits/editions";
import { EngineLog } from "../../plugin-protocol/engine-log";
import {
  containsUnknown,
  stringOf,
  withoutSecrets,
  type PropertyMap,
} from "../../plugin-protocol/property-value";
import { npmPackageName } from "../package-name";
import type { OperationContext } from "../resource-definition";

/** Longest time an operation may take when the program sets no limit (`customTimeouts`): enabling replication can wait for hours. */
const defaultTimeoutInSeconds = 4 * 60 * 60;

/** What one run of the plugin remembers between calls. */
export class ProviderSession {
  readonly log = new EngineLog();
  readonly #cancelled = new AbortController();
  #connection: Promise<AzureConnection> | undefined;
  #edition: string | undefined;
  #engineAddress = "";

  /** @param environment variables that complete the configuration. */
  constructor(
    private readonly environment: Readonly<Record<string, string | undefined>>,
    private readonly version: string,
  ) {}

  /**
   * Takes the configuration. Nothing is sent; a contradiction in what is known shows at once.
   *
   * @throws AzureError naming the setting that is missing or wrong.
   */
  async configure(given: PropertyMap): Promise<void> {
    const edition = stringOf(given["edition"]);
    if (edition !== undefined) this.#edition = edition;
    // At preview a value may come from a resource that does not exist yet; nothing can be reached with it.
    if (Object.values(given).some(containsUnknown)) return;
    const settings = azureSettings(flat(given), this.environment);
    const connecting = connect(settings, `${npmPackageName}/${this.version}`);
    this.#connection = connecting;
    await connecting;
  }

  /** Edition of the limits that checks use. */
  get edition(): string {
    return this.#edition ?? defaultEdition;
  }

  /** The edition that the configuration names, if it does. */
  get configuredEdition(): string | undefined {
    return this.#edition;
  }

  /** Takes host and port of the engine; an empty address is none. */
  attach(engineAddress: string): void {
    if (engineAddress === "") return;
    this.#engineAddress = engineAddress;
    this.log.connect(engineAddress);
  }

  /** Host and port of the engine; empty while it is not known. */
  get engineAddress(): string {
    return this.#engineAddress;
  }

  /** @throws Error while the configuration is not known. */
  async connection(): Promise<AzureConnection> {
    if (this.#connection === undefined) {
      throw new Error(
        "The provider azure-siterecovery is not configured: a value of its configuration is not known yet.",
      );
    }
    return this.#connection;
  }

  /** What the verbs of a definition work with. */
  async context(urn: string, timeoutInSeconds = 0): Promise<OperationContext> {
    return {
      urn,
      connection: await this.connection(),
      signal: this.#signal(timeoutInSeconds),
      log: this.log,
      status: (message) => {
        this.log.status(message, urn);
      },
      warn: (message) => {
        this.log.warn(message, urn);
      },
    };
  }

  #signal(timeoutInSeconds: number): AbortSignal {
    const seconds = timeoutInSeconds > 0 ? timeoutInSeconds : defaultTimeoutInSeconds;
    return AbortSignal.any([this.#cancelled.signal, AbortSignal.timeout(seconds * 1000)]);
  }

  /** Ends every operation under way. */
  cancel(): void {
    this.#cancelled.abort(new Error("The update was cancelled."));
  }

  close(): void {
    this.log.close();
  }
}

function flat(given: PropertyMap): Record<string, string | boolean | undefined> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const open = withoutSecrets(value);
      return [name, typeof open === "boolean" ? open : stringOf(open)];
    }),
  );
}
