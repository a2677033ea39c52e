/** The Pulumi engine that this checkout uses, and what a child process needs to run it. */
export interface Engine {
  /** Path of the CLI. */
  readonly pulumi: string;
  readonly version: string;
  /** The user's own installation, the official launcher's download, or built from Go modules. */
  readonly source: "installed" | "npm" | "go";
  /** Path of its `pulumi-language-nodejs`. */
  readonly languageHost: string;
  /** Path of the Node that programs run on. */
  readonly node: string;
  /** The whole PATH for the engine. */
  readonly path: string;
  /** PATH and what else the engine's environment needs, to be laid over the caller's own: all of it. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The engine, or undefined where `npm run setup` has yet to get one. Installs nothing. */
export function resolveEngine(environment?: NodeJS.ProcessEnv): Engine | undefined;

/** Where set-up keeps an engine, by the way it came. */
export function engineFolder(source: "npm" | "go"): string;

/** The language host of this checkout, which an engine built from source starts. */
export const languageHostScript: string;

/** Stands in the folder of every engine that set-up got. */
export const marker: string;
