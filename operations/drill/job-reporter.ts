import type { Job } from "@azure/arm-recoveryservices-siterecovery";
import type { TimelineEntry } from "./evidence";
import { isoTime } from "./drill-environment";
import { manualStep, stepsOf } from "./job-progress";

/** Says what has changed in a job since it was last looked at. */
export class JobReporter {
  readonly #said = new Map<string, string>();

  /** @param prefix says whose job it is, where several run at once. */
  constructor(
    private readonly onProgress: (line: string) => void,
    private readonly prefix = "",
  ) {}

  look(job: Job): void {
    for (const { key, kind, name, group, state, startedAt, endedAt } of stepsOf(job)) {
      if (state === "NotStarted" || state === "" || this.#said.get(key) === state) continue;
      this.#said.set(key, state);
      const where = kind === "machine" && group !== null ? `${group}: ` : "";
      const took =
        startedAt !== undefined && endedAt !== undefined
          ? ` after ${Math.round((endedAt - startedAt) / 1000)} s`
          : "";
      this.onProgress(`${this.prefix}${where}${name}: ${state}${took}`);
    }
    const manual = manualStep(job);
    if (manual !== undefined && this.#said.get(`${manual.key} waits`) === undefined) {
      this.#said.set(`${manual.key} waits`, "said");
      this.onProgress(`The plan waits for a person: ${manual.name}. ${manual.instructions ?? ""}`.trim());
    }
  }
}

/** The steps of a job that began, as entries of the timeline. */
export function jobTimeline(job: Job | undefined, prefix = ""): readonly TimelineEntry[] {
  if (job === undefined) return [];
  return stepsOf(job).flatMap(({ kind, name, group, state, startedAt, endedAt }) =>
    startedAt === undefined
      ? []
      : [
          {
            kind,
            name: `${prefix}${name}`,
            group,
            startedAt: isoTime(startedAt),
            endedAt: endedAt === undefined ? null : isoTime(endedAt),
            state,
          },
        ],
  );
}
