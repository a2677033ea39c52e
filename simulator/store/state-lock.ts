import { hostname } from "node:os";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";

const ownerSchema = z.object({ host: z.string(), processId: z.int().positive() });
type Owner = z.infer<typeof ownerSchema>;

/** Locks of this process. */
const claimed = new Set<string>();

/**
 * Keeps a second simulator off a state file: two would write their own worlds into one. A simulator that was killed
 * leaves its lock behind, which the next one takes over.
 */
export class StateLock {
  readonly #file: string;
  readonly #own: string = JSON.stringify({ host: hostname(), processId: process.pid } satisfies Owner);

  constructor(private readonly stateFile: string) {
    this.#file = resolve(`${stateFile}.lock`);
  }

  /** @throws Error that begins with the name of the state file when another simulator uses it. */
  claim(): void {
    if (this.#written()) return;
    const owner = this.#owner();
    if (owner !== undefined && this.#isAlive(owner)) {
      throw new Error(
        `${this.stateFile} is in use by a simulator, process ${owner.processId} on ${owner.host}: stop that one or name another file. Where it is no simulator any more, remove ${this.#file}.`,
      );
    }
    rmSync(this.#file, { force: true });
    if (!this.#written())
      throw new Error(`${this.stateFile} is being taken by another simulator: try again.`);
  }

  release(): void {
    claimed.delete(this.#file);
    rmSync(this.#file, { force: true });
  }

  #written(): boolean {
    try {
      writeFileSync(this.#file, this.#own, { flag: "wx" });
      claimed.add(this.#file);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
      throw error;
    }
  }

  /** Undefined for half a lock, whose writer was killed. */
  #owner(): Owner | undefined {
    try {
      return ownerSchema.safeParse(JSON.parse(readFileSync(this.#file, "utf8"))).data;
    } catch {
      return undefined;
    }
  }

  /** A process of another machine cannot be asked: it counts as alive. */
  #isAlive({ host, processId }: Owner): boolean {
    if (host !== hostname()) return true;
    // In a container every simulator may have one and the same id: that of this process was written by it, or by one before.
    if (processId === process.pid) return claimed.has(this.#file);
    try {
      process.kill(processId, 0);
      return true;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === "EPERM";
    }
  }
}
