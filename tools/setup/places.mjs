// Where things are: this checkout, and the cache folder that all checkouts of a user share.
import { accessSync, constants, mkdirSync } from "node:fs";
import { homedir, tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout, without a trailing separator. */
export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

const name = "pulumi-azure-siterecovery";

/**
 * Node and the Pulumi engine are kept here, keyed by version. `ASR_CACHE_DIR` overrides the platform's usual place;
 * a user without a home folder gets one in the temporary folder.
 */
export function cacheFolder(environment = process.env) {
  if (environment.ASR_CACHE_DIR) return environment.ASR_CACHE_DIR;
  if (environment.XDG_CACHE_HOME) return join(environment.XDG_CACHE_HOME, name);
  if (process.platform === "win32" && environment.LOCALAPPDATA) {
    return join(environment.LOCALAPPDATA, name, "cache");
  }
  const home = homedir();
  if (home === "" || !isWritable(home)) return join(tmpdir(), `${name}-${userInfo().username}`);
  return process.platform === "darwin" ? join(home, "Library/Caches", name) : join(home, ".cache", name);
}

/** A folder of the cache, created where it is missing. */
export function cacheSubfolder(...parts) {
  const folder = join(cacheFolder(), ...parts);
  mkdirSync(folder, { recursive: true });
  return folder;
}

function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
