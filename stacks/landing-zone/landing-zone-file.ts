import { resolve } from "node:path";

/**
 * Path of the landing-zone document: stack configuration `azure-siterecovery:landingZone`, else the environment
 * variable ASR_LANDING_ZONE, else `landing-zone.yaml`.
 *
 * @param projectFolder Folder of the Pulumi.yaml, from which relative paths count: a program's working
 * directory is the folder of its built entry file.
 */
export function landingZoneFile(
  projectFolder: string,
  configured: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  // `||`: an empty variable is as good as none.
  return resolve(projectFolder, configured || environment.ASR_LANDING_ZONE || "landing-zone.yaml");
}
