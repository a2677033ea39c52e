import { machineSubject, type CheckedVault } from "../checked-vault";
import { providersOf } from "../components";
import { dateText, daysBetween } from "../durations";
import { defineCheck, observed, type CheckSubject, type Observation } from "../live-check";
import { updates } from "../sources";

export const check = defineCheck({
  name: "agent-expiring",
  ref: "ASR-L07",
  title: "No agent or provider expires soon",
  rationale:
    "Replication may stop with an expired agent, and an expired provider can no longer be updated in one step.",
  remedy: "Update the agent or provider before the date.",
  source: updates("Updates support"),
  needs: ["protectedItems", "providers"],
  *examine(vault) {
    for (const machine of vault.machines) {
      yield* judged(machineSubject(machine), "agent", machine.agent?.expiresOn, vault);
    }
    for (const { subject, expiresOn } of providersOf(vault.snapshot)) {
      yield* judged(subject, "provider", expiresOn, vault);
    }
  },
});

function* judged(
  subject: CheckSubject,
  what: string,
  expiresOn: Date | undefined,
  { now, thresholds }: CheckedVault,
): Iterable<Observation> {
  if (expiresOn === undefined) return;
  const days = daysBetween(now, expiresOn);
  if (days > thresholds.expiryInDays) return;
  const date = dateText(expiresOn);
  yield observed({
    severity: days < 0 ? "error" : "warning",
    subject,
    observed: date,
    expected: `more than ${thresholds.expiryInDays} days ahead (--expiry-days)`,
    message:
      days < 0 ? `The ${what} expired on ${date}.` : `The ${what} expires on ${date}, in ${days} days.`,
  });
}
