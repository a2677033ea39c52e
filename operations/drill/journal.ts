import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir, hostname } from "node:os";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";

/** What is written down before a drill changes anything, so that another process can tidy up after it. */
const journalSchema = z.strictObject({
  schema: z.literal("asr-drill-journal/1"),
  drillId: z.string(),
  /** ARM id of the recovery plan or of the protected item. */
  targetId: z.string(),
  networkId: z.string(),
  startedAt: z.string(),
  host: z.string(),
  processId: z.int(),
  /** Left on purpose by `--keep`. */
  kept: z.boolean(),
});

export type JournalEntry = z.infer<typeof journalSchema>;

/** Folder of the journals of all drills that this user began here. */
export function journalFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const base =
    environment["ASR_STATE_DIR"] ??
    (process.platform === "win32" && environment["LOCALAPPDATA"]
      ? join(environment["LOCALAPPDATA"], "asr")
      : join(environment["XDG_STATE_HOME"] ?? join(homedir(), ".local", "state"), "asr"));
  return join(base, "drills");
}

/** Drills under way, one small file a plan or machine. */
export class Journal {
  constructor(readonly folder: string) {}

  /** Writes or replaces the entry of a plan or machine; complete or not at all. */
  write(entry: Omit<JournalEntry, "schema" | "host" | "processId">): void {
    mkdirSync(this.folder, { recursive: true });
    const whole: JournalEntry = {
      schema: "asr-drill-journal/1",
      ...entry,
      host: hostname(),
      processId: process.pid,
    };
    const file = this.#file(entry.targetId);
    writeFileSync(`${file}.tmp`, `${JSON.stringify(whole, undefined, 2)}\n`);
    renameSync(`${file}.tmp`, file);
  }

  remove(targetId: string): void {
    rmSync(this.#file(targetId), { force: true });
  }

  /** What was begun and not tidied up. Files that are none of ours are left alone. */
  entries(): readonly JournalEntry[] {
    let names: readonly string[];
    try {
      names = readdirSync(this.folder);
    } catch {
      return [];
    }
    return names
      .filter((name) => name.endsWith(".json"))
      .flatMap((name) => {
        try {
          return [journalSchema.parse(JSON.parse(readFileSync(join(this.folder, name), "utf8")))];
        } catch {
          return [];
        }
      });
  }

  #file(targetId: string): string {
    return join(
      this.folder,
      `${createHash("sha256").update(targetId.toLowerCase()).digest("hex").slice(0, 32)}.json`,
    );
  }
}

/** Whether the process that began the drill is still there; on another host nobody can tell from here. */
export function isRunning({ host, processId }: JournalEntry): boolean {
  if (host !== hostname() || processId === process.pid) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
