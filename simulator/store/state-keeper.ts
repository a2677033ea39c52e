import type { Cloud } from "../cloud";
import type { Change } from "./change";
import type { StateFile } from "./state-file";

/** Writes down what changes. */
export class StateKeeper {
  #changes: Change[] = [];

  constructor(
    private readonly file: StateFile,
    private readonly cloud: Cloud,
  ) {
    file.rewrite(cloud.clock.now(), cloud.snapshot());
    cloud.onChange((change) => this.#changes.push(change));
  }

  /** Saves what is not saved yet. Called before an answer leaves, so that a client never knows more than the file. */
  save(): void {
    if (this.#changes.length === 0) return;
    this.file.append(this.cloud.clock.now(), this.#changes);
    this.#changes = [];
  }

  /** Leaves the file in its shortest form, with the time as it is now. */
  close(): void {
    this.file.rewrite(this.cloud.clock.now(), this.cloud.snapshot());
  }
}
