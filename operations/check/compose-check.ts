import type { Edition } from "../../limits/editions";
import { normalizeRegion } from "../../limits/facts/region";
import { verdicts, type Verdict } from "../../limits/verdict";
import { WaiverBook, type Waiver } from "../../limits/waivers";
import { valueOf, type Part } from "../vault/part";
import type { ReadingCost, VaultPartName } from "../vault/snapshot";
import { readActions } from "../vault/actions";
import { surroundingActions } from "../vault/surroundings";
import type { CheckFinding, CheckUndecided } from "./check-finding";
import type { CheckedVault } from "./checked-vault";
import { driftFindings } from "./drift/drift-findings";
import type { DriftReport } from "./drift/drift-report";
import { drillsOf } from "./drills";
import { daysBetween } from "./durations";
import type { Examination } from "./examine";
import type { LimitJudgements } from "./limits/judge-limits";
import { machineState, planNamesByMachine } from "./machine-state";
import type { ComparedOpinions } from "./service/service-opinions";
import {
  vaultCheckVersion,
  type CheckedMachine,
  type CheckedPlan,
  type UnreadPart,
  type VaultCheck,
} from "./vault-check";
import { waive } from "./waive";

/** Everything that was seen and said, before it is put together. */
export interface CheckMaterial {
  readonly edition: Edition;
  readonly asOf: string;
  readonly vault: CheckedVault;
  readonly limits: LimitJudgements;
  readonly live: Examination;
  readonly service: ComparedOpinions;
  readonly drift: readonly DriftReport[] | undefined;
  readonly waivers: readonly Waiver[];
  readonly cost: ReadingCost;
}

/** The document: findings at the machine or plan that they are about, verdicts from the worst of them. */
export function composeCheck(material: CheckMaterial): VaultCheck {
  const { vault, limits, live, service, drift } = material;
  const waivers = new WaiverBook(material.waivers, material.asOf);
  const all = [
    ...limits.rest,
    ...live.findings,
    ...service.findings,
    ...driftFindings(drift ?? [], vault),
  ].map((finding) => waive(finding, waivers));
  const undecided = [...live.undecided, ...service.undecided];
  const findingsOf = Map.groupBy(all, ({ subject }) => subjectKey(subject));
  const undecidedOf = Map.groupBy(undecided, ({ subject }) => subjectKey(subject));
  const plansOf = planNamesByMachine(vault);
  const machines = vault.machines.map((machine): CheckedMachine => {
    const key = subjectKey({ kind: "machine", ...machine });
    const judged = limits.machines.get(machine.id.toLowerCase());
    const findings = [
      ...(findingsOf.get(key) ?? []),
      ...(judged?.findings ?? []).map((finding) => waive(finding, waivers)),
    ];
    const open = undecidedOf.get(key) ?? [];
    return {
      name: machine.name,
      id: machine.id,
      instanceType: machine.instanceType,
      scenario: machine.scenario ?? null,
      ...(machine.experience === undefined ? {} : { experience: machine.experience }),
      verdict: verdictOf(findings, open),
      state: machineState(machine, vault, plansOf.get(machine.id.toLowerCase()) ?? []),
      coverage: { decided: judged?.decided ?? 0, undecided: judged?.undecided ?? 0 },
      findings,
      undecided: open,
    };
  });
  const recoveryPlans = checkedPlans(vault, limits, findingsOf, waivers);
  const rest = all.filter(({ subject }) => subject.kind !== "machine" && subject.kind !== "recovery-plan");
  const restUndecided = undecided.filter(({ subject }) => subject.kind !== "machine");
  const unread = unreadParts(vault);
  const verdict = worst([
    ...machines.map((machine) => machine.verdict),
    ...recoveryPlans.map((plan) => plan.verdict),
    verdictOf(rest, restUndecided),
    unread.length > 0 ? "unknown" : "ready",
  ]);
  const told = [
    ...rest,
    ...machines.flatMap(({ findings }) => findings),
    ...recoveryPlans.flatMap(({ findings }) => findings),
  ];
  const count = (wanted: Verdict): number => machines.filter((machine) => machine.verdict === wanted).length;
  const location = valueOf(vault.snapshot.vault)?.location;
  return {
    schema: vaultCheckVersion,
    edition: material.edition,
    asOf: material.asOf,
    readAt: vault.snapshot.readAt,
    vault: {
      id: vault.snapshot.id,
      name: vault.snapshot.vaultId.vaultName,
      location: location === undefined ? null : normalizeRegion(location),
    },
    verdict,
    thresholds: vault.thresholds,
    summary: {
      machines: machines.length,
      ready: count("ready"),
      conditional: count("conditional"),
      unknown: count("unknown"),
      notReady: count("not-ready"),
      recoveryPlans: recoveryPlans.length,
      plansProven: recoveryPlans.filter(
        ({ lastDrill }) => lastDrill !== null && lastDrill.ageInDays <= vault.thresholds.drillInDays,
      ).length,
      errors: told.filter(isError).length,
      warnings: told.filter((finding) => !isError(finding)).length,
    },
    machines,
    recoveryPlans,
    findings: rest,
    undecided: restUndecided,
    unread,
    service: service.opinions,
    ...(drift === undefined ? {} : { drift }),
    waivers: { expired: waivers.expired, unused: waivers.unused },
    cost: material.cost,
  };
}

function checkedPlans(
  vault: CheckedVault,
  limits: LimitJudgements,
  findingsOf: ReadonlyMap<string, readonly CheckFinding[]>,
  waivers: WaiverBook,
): readonly CheckedPlan[] {
  const { jobs, protectedItems } = vault.snapshot;
  const drills = jobs.kind === "unknown" ? undefined : drillsOf(vault);
  // Without its machines nothing is known of a plan, whatever its jobs say.
  const decided = drills !== undefined && protectedItems.kind !== "unknown";
  return vault.plans.map((plan): CheckedPlan => {
    const findings = [
      ...(findingsOf.get(subjectKey({ kind: "recovery-plan", ...plan })) ?? []),
      ...(limits.plans.get(plan.id) ?? []).map((finding) => waive(finding, waivers)),
    ];
    const success = drills?.get(plan.id)?.lastSuccess;
    return {
      name: plan.name,
      id: plan.id,
      verdict: decided ? verdictOf(findings, []) : worst([verdictOf(findings, []), "unknown"]),
      machines: plan.itemIds.length,
      lastDrill:
        success === undefined
          ? null
          : { at: success.at.toISOString(), ageInDays: daysBetween(success.at, vault.now), by: success.by },
      findings,
    };
  });
}

function isError({ severity, waiver }: CheckFinding): boolean {
  return severity === "error" && waiver === null;
}

function verdictOf(findings: readonly CheckFinding[], undecided: readonly CheckUndecided[]): Verdict {
  if (findings.some(isError)) return "not-ready";
  if (undecided.length > 0) return "unknown";
  return findings.length > 0 ? "conditional" : "ready";
}

function worst(all: readonly Verdict[]): Verdict {
  return verdicts[Math.max(0, ...all.map((verdict) => verdicts.indexOf(verdict)))] ?? "ready";
}

function subjectKey({ kind, name, id }: CheckFinding["subject"]): string {
  return `${kind} ${(id ?? name).toLowerCase()}`;
}

/** Parts that were asked for and could not be read. */
function unreadParts({ snapshot, surroundings }: CheckedVault): readonly UnreadPart[] {
  const unread: UnreadPart[] = [];
  for (const name of Object.keys(readActions) as VaultPartName[]) {
    const part = snapshot[name];
    if (part.kind === "unknown" && part.why !== "not-asked") {
      unread.push({ part: name, action: part.action, why: part.why, message: part.message, count: 1 });
    }
  }
  for (const name of Object.keys(surroundingActions) as (keyof typeof surroundingActions)[]) {
    const parts: readonly Part<unknown>[] = [...surroundings[name].values()];
    const unknown = parts.flatMap((part) => (part.kind === "unknown" ? [part] : []));
    const [first] = unknown;
    if (first === undefined) continue;
    unread.push({
      part: name,
      action: first.action,
      why: first.why,
      message: first.message,
      count: unknown.length,
    });
  }
  return unread;
}
