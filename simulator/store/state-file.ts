import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";
import type { Cloud } from "../cloud";
import type { Operation } from "../operations/operation";
import type { StoredResource } from "./resource";

const stateSchema = z.object({
  schema: z.literal("asr-simulator-state/1"),
  now: z.iso.datetime(),
  resources: z.array(z.object({ id: z.string(), type: z.string(), name: z.string() }).loose()),
  operations: z.array(z.object({ id: z.string(), token: z.string(), style: z.string() }).loose()),
  reservedNames: z.array(z.string()),
});

/** The simulator's memory between two runs. */
export interface SavedState {
  readonly now: Date;
  readonly restore: (cloud: Cloud) => void;
}

/** Reads a state file; undefined when there is none yet. @throws Error naming the file when it is not one. */
export function readState(file: string): SavedState | undefined {
  if (!existsSync(file)) return undefined;
  let text: unknown;
  try {
    text = JSON.parse(readFileSync(file, "utf8"));
  } catch (fault) {
    throw new Error(
      `${file} is not a state file of the simulator: ${fault instanceof Error ? fault.message : String(fault)}`,
      { cause: fault },
    );
  }
  const state = stateSchema.safeParse(text);
  if (!state.success)
    throw new Error(`${file} is not a state file of the simulator: ${z.prettifyError(state.error)}`);
  const { now, resources, operations, reservedNames } = state.data;
  return {
    now: new Date(now),
    restore: (cloud) => {
      // The file was written by `writeState` from exactly these types.
      (resources as unknown as readonly StoredResource[]).forEach((resource) => {
        cloud.store.put(resource);
      });
      cloud.operations.restore(operations as unknown as readonly Operation[]);
      reservedNames.forEach((name) => cloud.reservedNames.add(name));
    },
  };
}

/** Writes the state so that a reader sees the old file or the new one, never half of it. */
export function writeState(file: string, cloud: Cloud): void {
  const state = {
    schema: "asr-simulator-state/1",
    now: cloud.clock.now().toISOString(),
    resources: cloud.store.all(),
    operations: cloud.operations.all(),
    reservedNames: [...cloud.reservedNames],
  };
  const unfinished = `${file}.${process.pid}.tmp`;
  writeFileSync(unfinished, JSON.stringify(state));
  renameSync(unfinished, file);
}
