import { compareLandingZone } from "../../operations/check/drift/against-landing-zone";
import { compareStack } from "../../operations/check/drift/against-stack";
import type { CheckedVault } from "../../operations/check/checked-vault";
import type { DriftReport } from "../../operations/check/drift/drift-report";
import { readLandingZone } from "../../landing-zone/read";
import { exportStack } from "./export-stack";

/**
 * Reads what the vault is to be compared with, before anything is asked of Azure: a misspelt file costs no minutes.
 *
 * @throws InputError for a file that is no landing zone. @throws UsageError for a stack that cannot be exported.
 */
export async function driftSources(
  files: readonly string[],
  stacks: readonly string[],
): Promise<((vault: CheckedVault) => readonly DriftReport[]) | undefined> {
  if (files.length + stacks.length === 0) return undefined;
  const zones = await Promise.all(files.map(async (file) => [file, await readLandingZone(file)] as const));
  const states = await Promise.all(stacks.map(async (stack) => [stack, await exportStack(stack)] as const));
  return (vault) => [
    ...zones.map(([file, zone]) => compareLandingZone(zone, file, vault)),
    ...states.map(([stack, resources]) => compareStack(resources, `stack ${stack}`, vault)),
  ];
}
