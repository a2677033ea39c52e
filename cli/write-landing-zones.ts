import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { LandingZone } from "../landing-zone/document";
import { writeLandingZone } from "../landing-zone/write";
import { writeOutput } from "./write-output";

/** Writes `landing-zone.yaml`, `landing-zone-2.yaml` … into `folder`, one a vault; answers their paths. */
export async function writeLandingZones(
  zones: readonly LandingZone[],
  folder: string,
  sources: readonly string[],
): Promise<readonly string[]> {
  const files: string[] = [];
  for (const [index, zone] of zones.entries()) {
    const file = join(folder, index === 0 ? "landing-zone.yaml" : `landing-zone-${index + 1}.yaml`);
    const comment = `Planned by asr from ${sources.join(", ")}.\nDeploy it with the landing-zone stack: ASR_LANDING_ZONE=${file} pulumi up.`;
    await writeOutput([writeLandingZone(zone, comment)], file);
    files.push(file);
  }
  for (const stale of staleFiles(folder, zones.length)) {
    process.stderr.write(`warning: ${join(folder, stale)} is of an earlier plan and no part of this one.\n`);
  }
  return files;
}

function staleFiles(folder: string, written: number): readonly string[] {
  if (written === 0) return [];
  return readdirSync(folder).filter((name) => {
    const number = /^landing-zone-(\d+)\.yaml$/.exec(name)?.[1];
    return number !== undefined && Number(number) > written;
  });
}
