import { machineSubject, type CheckedVault } from "../checked-vault";
import { applianceParts, providersOf } from "../components";
import { durationText, minutesBetween } from "../durations";
import { defineCheck, observed, type CheckSubject, type Observation } from "../live-check";
import { monitoring } from "../sources";

export const check = defineCheck({
  name: "heartbeat",
  ref: "ASR-L08",
  title: "Agents, providers and appliances report to the service",
  rationale: "What is silent replicates nothing, and nobody is told by its health.",
  remedy: "See that the machine runs, that its service is started and that it reaches Azure.",
  source: monitoring("Monitor infrastructure"),
  needs: ["protectedItems", "providers", "appliances"],
  *examine(vault) {
    for (const machine of vault.machines) {
      if (machine.activeLocation === "Recovery") continue;
      yield* judged(machineSubject(machine), machine.lastHeartbeat, vault);
    }
    for (const { subject, lastHeartbeat } of [
      ...providersOf(vault.snapshot),
      ...applianceParts(vault.snapshot),
    ]) {
      yield* judged(subject, lastHeartbeat, vault);
    }
  },
});

function* judged(
  subject: CheckSubject,
  last: Date | undefined,
  { now, thresholds }: CheckedVault,
): Iterable<Observation> {
  // Not every provider tells one (Azure fabrics, Hyper-V items); health says the rest.
  if (last === undefined) return;
  const silent = minutesBetween(last, now);
  if (silent <= thresholds.heartbeatInMinutes) return;
  yield observed({
    severity: "error",
    subject,
    observed: `${durationText(silent)} ago`,
    expected: `within ${thresholds.heartbeatInMinutes} minutes (--heartbeat-minutes)`,
    message: `The last heartbeat came ${durationText(silent)} ago.`,
  });
}
