import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseLandingZone } from "../landing-zone/read";
import type { LandingZone } from "../landing-zone/document";
import { writeLandingZone } from "../landing-zone/write";
import { writeOutput } from "./write-output";

/** A landing zone that an earlier plan wrote. */
export interface EarlierFile {
  readonly zone: LandingZone;
  /** Somebody changed it since, or wrote it by hand. */
  readonly edited: boolean;
}

export interface WriteOptions {
  /** Inventories, named in the head of the files. */
  readonly sources: readonly string[];
  /** Edited files are replaced too. */
  readonly force: boolean;
}

const digestLine = /^# Content: sha256-([0-9a-f]{64})$/m;

/**
 * The landing zones in a folder, in the order of their numbers, up to the first that is missing.
 *
 * @throws InputError for a file that is no landing zone.
 */
export function earlierLandingZones(folder: string): readonly EarlierFile[] {
  const files: EarlierFile[] = [];
  for (let number = 1; existsSync(join(folder, nameOf(number))); number += 1) {
    const file = join(folder, nameOf(number));
    const text = readFileSync(file, "utf8");
    files.push({ zone: parseLandingZone(text, file), edited: digestLine.exec(text)?.[1] !== digestOf(text) });
  }
  return files;
}

/**
 * Writes `landing-zone.yaml`, `landing-zone-2.yaml` … into `folder`, one a vault; answers their paths. A file that
 * somebody edited stays as it is, and its landing zone goes to `landing-zone.planned.yaml` beside it.
 */
export async function writeLandingZoneFiles(
  zones: readonly LandingZone[],
  folder: string,
  { sources, force }: WriteOptions,
): Promise<readonly string[]> {
  const files: string[] = [];
  for (const [index, zone] of zones.entries()) {
    const name = nameOf(index + 1);
    const keep = !force && isEdited(join(folder, name), zone);
    const file = join(folder, keep ? name.replace(/\.yaml$/, ".planned.yaml") : name);
    if (keep) {
      process.stderr.write(
        `warning: ${join(folder, name)} was edited and stays as it is; the new plan is ${file} (--force replaces it).\n`,
      );
    }
    await writeOutput([textOf(zone, file, sources)], file);
    files.push(file);
  }
  for (const stale of staleFiles(folder, zones.length)) {
    process.stderr.write(`warning: ${join(folder, stale)} is of an earlier plan and no part of this one.\n`);
  }
  return files;
}

/** The file's text; the digest in its head is of what lies below. */
function textOf(zone: LandingZone, file: string, sources: readonly string[]): string {
  const text = writeLandingZone(
    zone,
    `Planned by asr from ${sources.join(", ")}.\nDeploy it with the landing-zone stack: ASR_LANDING_ZONE=${file} pulumi up.`,
  );
  const head = /^(#.*\n)+/.exec(text)?.[0] ?? "";
  return `${head}# Content: sha256-${digestOf(text)}\n${text.slice(head.length)}`;
}

/** Digest of everything below the comment that the file starts with. */
function digestOf(text: string): string {
  const content = text
    .replaceAll("\r\n", "\n")
    .replace(/^(#.*\n)+/, "")
    .trim();
  return createHash("sha256").update(content).digest("hex");
}

/** Whether a file would lose something that somebody wrote; one that already says the same loses nothing. */
function isEdited(file: string, zone: LandingZone): boolean {
  if (!existsSync(file)) return false;
  const text = readFileSync(file, "utf8");
  const digest = digestOf(text);
  return (
    digestLine.exec(text)?.[1] !== digest && digest !== digestOf(writeLandingZone(zone, "the same content"))
  );
}

function nameOf(number: number): string {
  return number === 1 ? "landing-zone.yaml" : `landing-zone-${number}.yaml`;
}

function staleFiles(folder: string, written: number): readonly string[] {
  if (written === 0) return [];
  return readdirSync(folder).filter((name) => {
    const number = /^landing-zone-(\d+)\.yaml$/.exec(name)?.[1];
    return number !== undefined && Number(number) > written;
  });
}
