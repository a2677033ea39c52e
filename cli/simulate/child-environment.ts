import { execFile } from "node:child_process";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { packageFolder } from "../package-folder";

type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment of a simulated command is made of. */
export interface ChildEnvironmentParts {
  /** The environment of `asr` itself. */
  readonly own: Environment;
  /** The simulator's variables. */
  readonly simulator: Readonly<Record<string, string>>;
  /** The engine that set-up of a checkout found or got; empty elsewhere. */
  readonly engine: Environment;
  /** Folder that holds the simulated azure-native plugin. */
  readonly pluginFolder: string;
  /** Folder for Pulumi state, used where the user has chosen none. */
  readonly stateFolder: string;
  readonly strict: boolean;
}

/** Ways to sign in to the real Azure, which must not win over the simulator's. */
const otherSignIn =
  /^(?:ARM_(?:USE|OIDC|MSI|CLIENT_CERTIFICATE)_?\w*|ARM_ENVIRONMENT|AZURE_(?:CLIENT_CERTIFICATE|FEDERATED|OIDC)_?\w*|AZURE_(?:USERNAME|PASSWORD|ENVIRONMENT))$/;

/** The environment in which a command sees the simulator instead of Azure. */
export function childEnvironment(parts: ChildEnvironmentParts): Record<string, string> {
  const { own, simulator, engine, pluginFolder, stateFolder, strict } = parts;
  const path = engine["PATH"] ?? own["PATH"] ?? own["Path"] ?? "";
  const noProxy = [own["NO_PROXY"] ?? own["no_proxy"], "127.0.0.1", "localhost"].filter(Boolean).join(",");
  const passphrase = own["PULUMI_CONFIG_PASSPHRASE"] ?? own["PULUMI_CONFIG_PASSPHRASE_FILE"];
  return {
    ...defined(
      own,
      (name) => !otherSignIn.test(name) && name !== "Path" && name !== "PULUMI_IGNORE_AMBIENT_PLUGINS",
    ),
    ...defined(engine),
    ASR_NODE: engine["ASR_NODE"] ?? process.execPath,
    PULUMI_BACKEND_URL: own["PULUMI_BACKEND_URL"] ?? pathToFileURL(stateFolder).href,
    ...(passphrase === undefined ? { PULUMI_CONFIG_PASSPHRASE: "simulated" } : {}),
    ...simulator,
    ASR_SIMULATOR_STRICT: strict ? "1" : "0",
    // Requests to loopback must not go through a proxy.
    NO_PROXY: noProxy,
    no_proxy: noProxy,
    PATH: [pluginFolder, path].filter(Boolean).join(delimiter),
  };
}

/** Folder of the plugin's executable. */
export function pluginFolder(): string {
  return join(packageFolder(), "simulator", "azure-native", "bin");
}

/**
 * In a checkout: PATH and more of the engine that set-up found or got; empty where there is none. Asked in a
 * process of its own, because the scripts of set-up take over this one's signals.
 */
export async function engineEnvironment(own: Environment): Promise<Environment> {
  const resolver = join(packageFolder(), "tools", "engine", "resolve.mjs");
  if (!existsSync(resolver)) return {};
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [resolver, "--json"], { env: own });
    const engine = JSON.parse(stdout) as { readonly environment?: Environment } | null;
    return engine?.environment ?? {};
  } catch {
    // Without an engine of the checkout the command may still find one on PATH, or need none.
    return {};
  }
}

function defined(
  environment: Environment,
  take: (name: string) => boolean = () => true,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && take(entry[0]),
    ),
  );
}
