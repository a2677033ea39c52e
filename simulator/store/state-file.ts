import {
  appendFileSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { z } from "zod";
import type { Change } from "./change";

const headSchema = z.object({ schema: z.literal("asr-simulator-state/1"), now: z.iso.datetime() });
const entrySchema = z.object({
  now: z.iso.datetime(),
  changes: z.array(z.object({ kind: z.enum(["put", "remove", "operation", "reserve", "clear"]) }).loose()),
});

/** What a state file holds. */
export interface SavedState {
  /** Simulated time at the last change. */
  readonly now: Date;
  readonly changes: readonly Change[];
}

/**
 * The state between two runs: a file of lines, a head and then what changed, each line written whole before the answer
 * it belongs to leaves. It is rewritten in its shortest form at start and at the end.
 */
export class StateFile {
  constructor(private readonly file: string) {}

  /** What was saved; undefined when there is no file yet. @throws Error naming the file when it is none of ours. */
  read(): SavedState | undefined {
    if (!existsSync(this.file)) return undefined;
    const lines = readFileSync(this.file, "utf8").split("\n");
    // A simulator that was killed may have left half a line at the end; its answer never left.
    lines.pop();
    const head = headSchema.safeParse(this.#parse(lines[0] ?? ""));
    if (!head.success) throw this.#notOurs(z.prettifyError(head.error));
    const entries = lines.slice(1).map((line) => {
      const entry = entrySchema.safeParse(this.#parse(line));
      if (!entry.success) throw this.#notOurs(z.prettifyError(entry.error));
      return entry.data;
    });
    return {
      now: new Date(entries.at(-1)?.now ?? head.data.now),
      // Only this class writes these lines, from changes.
      changes: entries.flatMap((entry) => entry.changes as unknown as readonly Change[]),
    };
  }

  /** Puts a new file in place of the old one, which a reader sees whole until then. */
  rewrite(now: Date, changes: Iterable<Change>): void {
    const unfinished = `${this.file}.${process.pid}.tmp`;
    const time = now.toISOString();
    const file = openSync(unfinished, "w");
    try {
      writeSync(file, `${JSON.stringify({ schema: "asr-simulator-state/1", now: time })}\n`);
      for (const change of changes) writeSync(file, `${JSON.stringify({ now: time, changes: [change] })}\n`);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, this.file);
  }

  /** Adds what changed. */
  append(now: Date, changes: readonly Change[]): void {
    appendFileSync(this.file, `${JSON.stringify({ now: now.toISOString(), changes })}\n`);
  }

  #parse(line: string): unknown {
    try {
      return JSON.parse(line);
    } catch (fault) {
      throw this.#notOurs(fault instanceof Error ? fault.message : String(fault));
    }
  }

  #notOurs(reason: string): Error {
    return new Error(`${this.file} is not a state file of the simulator: ${reason}`);
  }
}
