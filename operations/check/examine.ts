import type { UnknownPart } from "../vault/part";
import type { VaultPartName } from "../vault/snapshot";
import type { CheckFinding, CheckUndecided, FindingKind } from "./check-finding";
import { vaultSubject, type CheckedVault } from "./checked-vault";
import type { LiveCheck, Observation } from "./live-check";
import { liveChecks } from "./live-checks";

/** What live checks said. */
export interface Examination {
  readonly findings: readonly CheckFinding[];
  readonly undecided: readonly CheckUndecided[];
}

/** Runs live checks; one whose parts could not be read is undecided as a whole. */
export function examine(vault: CheckedVault, checks: readonly LiveCheck[] = liveChecks): Examination {
  const findings: CheckFinding[] = [];
  const undecided: CheckUndecided[] = [];
  for (const check of checks) {
    const unread = check.needs.flatMap((name) => unreadPart(vault, name) ?? []);
    if (unread.length > 0) {
      const missing = [...new Set(unread.map(({ action }) => action))];
      undecided.push({ rule: check.name, ref: check.ref, subject: vaultSubject(vault), missing });
      continue;
    }
    for (const observation of check.examine(vault)) {
      if (observation.kind === "observed") findings.push(liveFinding(check, observation));
      else {
        const { subject, missing } = observation;
        undecided.push({ rule: check.name, ref: check.ref, subject, missing });
      }
    }
  }
  return { findings, undecided };
}

function unreadPart({ snapshot }: CheckedVault, name: VaultPartName): UnknownPart | undefined {
  const part = snapshot[name];
  return part.kind === "unknown" ? part : undefined;
}

/** An observation as a finding of its check. */
export function liveFinding(
  { name, ref, remedy, source }: Pick<LiveCheck, "name" | "ref" | "remedy" | "source">,
  seen: Extract<Observation, { readonly kind: "observed" }>,
  kind: FindingKind = "live",
): CheckFinding {
  return {
    kind,
    rule: name,
    ref,
    severity: seen.severity,
    subject: seen.subject,
    observed: seen.observed,
    expected: seen.expected ?? null,
    message: seen.message,
    remedy: seen.remedy ?? remedy,
    limit: null,
    source,
    waiver: null,
  };
}
