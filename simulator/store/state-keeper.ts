import type { Cloud } from "../cloud";
import { writeState } from "./state-file";

/** Saves the state when something changed. */
export class StateKeeper {
  #isDirty = true;

  constructor(
    private readonly file: string,
    private readonly cloud: Cloud,
  ) {
    cloud.onChange(() => {
      this.#isDirty = true;
    });
    this.save();
  }

  /** Saves what is not saved yet. Called before an answer leaves, so that a client never knows more than the file. */
  save(): void {
    if (!this.#isDirty) return;
    this.#isDirty = false;
    writeState(this.file, this.cloud);
  }

  /** Saves also the time, which moves without changing anything else. */
  close(): void {
    this.#isDirty = true;
    this.save();
  }
}
