import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { once } from "node:events";
import { UsageError } from "./faults";

/** Errors of a disk that is full, not of a wrong place. */
const roomIsMissing: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT"]);

/**
 * Writes a text given in pieces to a file, or to stdout where none is named. A file appears complete or not
 * at all: it is written beside its place and renamed.
 *
 * @throws UsageError when the file cannot be written there.
 */
export async function writeOutput(chunks: Iterable<string>, file?: string): Promise<void> {
  if (file === undefined) {
    for (const chunk of chunks) {
      if (!process.stdout.write(chunk)) await once(process.stdout, "drain");
    }
    return;
  }
  const target = resolve(file);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  let handle: number | undefined;
  try {
    makeFolder(dirname(target));
    handle = openSync(temporary, "wx");
    try {
      for (const chunk of chunks) writeFileSync(handle, chunk);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, target);
  } catch (error) {
    if (handle !== undefined) rmSync(temporary, { force: true });
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined || (error as NodeJS.ErrnoException).syscall === undefined) throw error;
    const remedy = roomIsMissing.has(code) ? "make room" : "name a file in a folder you may write to";
    throw new UsageError(`${file} cannot be written (${code}): ${remedy}.`, { cause: error });
  }
}

/**
 * Creates a folder and those above it. Node's own recursion never ends where a folder exists and refuses
 * new ones with ENOENT, as /proc does.
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have been faster.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}
