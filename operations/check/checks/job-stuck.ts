import { jobSubject, jobsOf } from "../jobs";
import { durationText, minutesBetween } from "../durations";
import { defineCheck, observed } from "../live-check";
import { monitoring } from "../sources";

const running: ReadonlySet<string> = new Set(["inprogress", "notstarted", "suspended"]);
const minutesPerHour = 60;

export const check = defineCheck({
  name: "job-stuck",
  ref: "ASR-L09",
  title: "No job hangs",
  rationale: "A job under way locks its machine: no failover, no clean-up, no other change until it ends.",
  remedy:
    "Resume the job where it waits for somebody, cancel it, or open a support case with its activity id.",
  source: monitoring("Monitor jobs"),
  needs: ["jobs"],
  *examine({ snapshot, now, thresholds }) {
    for (const job of jobsOf(snapshot)) {
      if (!running.has(job.state.toLowerCase()) || job.startedAt === undefined) continue;
      const minutes = minutesBetween(job.startedAt, now);
      if (minutes <= thresholds.stuckJobInHours * minutesPerHour) continue;
      const waits = job.state.toLowerCase() === "suspended";
      yield observed({
        severity: waits ? "warning" : "error",
        subject: jobSubject(job),
        observed: durationText(minutes),
        expected: `at most ${thresholds.stuckJobInHours} hours (--stuck-job-hours)`,
        message: waits
          ? `The job has waited for somebody to resume it for ${durationText(minutes)}.`
          : `The job has been ${job.state} for ${durationText(minutes)}.`,
      });
    }
  },
});
