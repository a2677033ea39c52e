import type { CheckFinding } from "../check-finding";
import type { CheckedVault } from "../checked-vault";
import { machineSubject, vaultSubject } from "../checked-vault";
import { liveFinding } from "../examine";
import { observed } from "../live-check";
import type { DriftEntry, DriftReport } from "./drift-report";

const check = {
  name: "drift",
  ref: "ASR-L50",
  title: "What runs is what was planned or deployed",
  rationale:
    "A vault that nobody described as it is cannot be built again, and the next deployment undoes what was changed by hand.",
  remedy: "Deploy the description again, or write the change into it.",
  source: null,
} as const;

/** The check that drift findings belong to. */
export const driftCheck = check;

/** A warning for every difference that is not the service's own doing. */
export function driftFindings(reports: readonly DriftReport[], vault: CheckedVault): readonly CheckFinding[] {
  const byName = new Map(vault.machines.map((machine) => [machine.name.toLowerCase(), machine]));
  return reports.flatMap((report) =>
    report.entries
      .filter(({ kind }) => kind !== "changed-by-service")
      .map((entry) => {
        const machine = entry.what === "machine" ? byName.get(entry.name.toLowerCase()) : undefined;
        return {
          ...liveFinding(
            check,
            observed({
              severity: "warning",
              subject: machine === undefined ? vaultSubject(vault) : machineSubject(machine),
              observed: entry.actual ?? (entry.kind === "missing" ? "not there" : "there"),
              expected: entry.planned ?? (entry.kind === "extra" ? "not planned" : "there"),
              message: messageOf(entry, report),
            }),
            "drift",
          ),
          detail: `${entry.what} ${entry.name}${entry.property === undefined ? "" : `, ${entry.property}`}`,
        };
      }),
  );
}

function messageOf(
  { kind, what, name, property, planned, actual }: DriftEntry,
  { against }: DriftReport,
): string {
  const thing = `${what} ${name}`;
  if (kind === "missing") return `${against} has ${thing}, which is not in the vault.`;
  if (kind === "extra") return `${thing} is in the vault and not in ${against}.`;
  return `${property ?? "a property"} of ${thing} is ${actual ?? "none"}; ${against} says ${planned ?? "none"}.`;
}
