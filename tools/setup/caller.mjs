import { root } from "./places.mjs";

/**
 * The folder the user stands in. npm runs scripts in the project's folder and tells where it was called; its word
 * counts only for the script it runs itself, not for what that script starts.
 */
export function callersFolder(environment = process.env) {
  const isScript = ["asr", "pulumi", "start"].includes(environment.npm_lifecycle_event ?? "");
  if (isScript && process.cwd() === root && environment.ASR_SET_UP === undefined && environment.INIT_CWD) {
    return environment.INIT_CWD;
  }
  return process.cwd();
}
