import { jobErrorText, jobSubject, jobsOf, type LiveJob } from "../jobs";
import { dateText, daysBetween } from "../durations";
import { defineCheck, observed } from "../live-check";
import { monitoring } from "../sources";

export const check = defineCheck({
  name: "job-failed",
  ref: "ASR-L10",
  title: "No recent job failed for good",
  rationale:
    "What the job was to do is not done: a machine not enabled, a failover not cleaned up, an agent not updated.",
  remedy: "Do what the job's error recommends and start it again.",
  source: monitoring("Monitor jobs"),
  needs: ["jobs"],
  *examine({ snapshot, now, thresholds }) {
    // The newest of a kind for one target counts: a job that succeeded since has mended it.
    const newest = new Map<string, LiveJob>();
    for (const job of jobsOf(snapshot)) newest.set(`${job.scenario} ${job.targetName ?? job.id}`, job);
    for (const job of newest.values()) {
      if (job.state.toLowerCase() !== "failed") continue;
      const at = job.endedAt ?? job.startedAt;
      if (at === undefined || daysBetween(at, now) > thresholds.failedJobInDays) continue;
      const error = jobErrorText(job);
      yield observed({
        severity: "warning",
        subject: jobSubject(job),
        observed: `failed on ${dateText(at)}`,
        message: `The job failed on ${dateText(at)}${error === undefined ? "" : `: ${error.replace(/\.$/, "")}`}.`,
      });
    }
  },
});
