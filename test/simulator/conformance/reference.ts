import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

/** The reference folder with what the real service said: beside the checkout, or where `ASR_REFERENCE` points. */
const folder = join(
  process.env["ASR_REFERENCE"] ?? resolve(__dirname, "../../../../shared"),
  "azure-examples",
);

/** Why conformance cannot be judged here; undefined when it can. */
export const missingReference = existsSync(folder) ? undefined : `no reference folder at ${folder}`;

/** One exchange of a recording. */
export interface Exchange {
  readonly request: { readonly method: string; readonly url: string; readonly body?: unknown };
  readonly response?: {
    readonly status?: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
  };
  /** How often the same poll got the same answer. */
  readonly timesSeen?: number;
  readonly note?: string;
}

/** Names of the recordings. */
export function recordingNames(): readonly string[] {
  return readdirSync(join(folder, "recordings"))
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.replace(/\.json$/, ""));
}

/** The exchanges of a recording. */
export function readRecording(name: string): readonly Exchange[] {
  return (readJson(join("recordings", `${name}.json`)) as { readonly exchanges: readonly Exchange[] })
    .exchanges;
}

/** A published call. */
export interface Example {
  readonly file: string;
  readonly operationId: string;
  readonly request?: {
    readonly method: string;
    readonly path: string;
    readonly query: Readonly<Record<string, string>>;
  };
  readonly pathTemplate?: string;
  readonly statusCodes?: readonly number[];
}

/** All published calls. */
export function readExamples(): readonly Example[] {
  return (readJson("manifest.json") as { readonly examples: readonly Example[] }).examples;
}

/** One file of the folder. */
export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(folder, path), "utf8"));
}
