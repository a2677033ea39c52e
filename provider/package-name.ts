import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Name of the Pulumi package: the first part of every token, and of the executable's name. */
export const packageName = "azure-siterecovery";

/** Name of the npm package. */
export const npmPackageName = `pulumi-${packageName}`;

/** Type token of a resource or object, e.g. `azure-siterecovery:index:ReplicationFabric`. */
export function tokenOf(name: string): string {
  return `${packageName}:index:${name}`;
}

/** Name in a type token; undefined for the token of another package. */
export function nameInToken(token: string): string | undefined {
  const [name, , type] = token.split(":");
  return name === packageName ? type : undefined;
}

/** The version in the npm package's manifest. */
export function packageVersion(): string {
  const version = manifestIn(packageFolder())?.version;
  if (version !== undefined) return version;
  throw new Error(`package.json in ${packageFolder()} has no version.`);
}

/** Folder of the npm package, found upwards from here: sources and built files lie at different depths. */
export function packageFolder(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    if (manifestIn(folder)?.name === npmPackageName) return folder;
    if (folder === dirname(folder))
      throw new Error(`No package.json of ${npmPackageName} lies above ${__dirname}.`);
  }
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
}

function manifestIn(folder: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  } catch {
    return undefined;
  }
}
