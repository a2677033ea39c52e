import {
  protectedItemFromArm,
  recoveryPlanFromArm,
  replicationPolicyFromArm,
  vaultFromArm,
} from "../../../limits/facts/from-arm";
import type { Finding, Judgement } from "../../../limits/findings";
import type { Judge } from "../../../limits/judge";
import type { ReplicatedMachine } from "../../vault/item/replicated-machine";
import { valueOf } from "../../vault/part";
import type { CheckFinding } from "../check-finding";
import { machineSubject, planSubject, vaultSubject, type CheckedVault } from "../checked-vault";
import type { CheckSubject } from "../live-check";
import { scopesOf, type LimitScope } from "./limit-scopes";
import { judgeLive } from "./live-rules";
import { machineFacts } from "./machine-facts";
import { deploymentOf, itemsById } from "./vault-deployment";

/** What the documented limits say about a vault. */
export interface LimitJudgements {
  /** By id of the item, in lower case. */
  readonly machines: ReadonlyMap<string, MachineJudgement>;
  /** By id of the plan. */
  readonly plans: ReadonlyMap<string, readonly CheckFinding[]>;
  readonly rest: readonly CheckFinding[];
  /** Facts that rules about the vault as a whole lacked. */
  readonly undecided: Judgement["undecided"];
}

export interface MachineJudgement {
  readonly findings: readonly CheckFinding[];
  readonly decided: number;
  readonly undecided: number;
}

/** Judges a vault by the rules of every scenario that runs in it. */
export function judgeLimits(vault: CheckedVault, scope: LimitScope): LimitJudgements {
  const machines = new Map<string, MachineJudgement>();
  const plans = new Map<string, readonly CheckFinding[]>();
  const rest: CheckFinding[] = [];
  const undecided = new Map<string, Judgement["undecided"][number]>();
  const policies = new Set<string>();
  for (const [judge, members] of scopesOf(vault.machines, scope)) {
    for (const machine of members)
      machines.set(machine.id.toLowerCase(), judgeMachine(judge, machine, vault));
    const deployment = deploymentOf(vault, members);
    const add = (subject: CheckSubject, judgement: Judgement): void => {
      for (const finding of judgement.findings)
        rest.push(checkFinding(subjectOf(finding, subject, members), finding));
      for (const open of judgement.undecided) undecided.set(open.ref, open);
    };
    add(vaultSubject(vault), judgeLive(judge, "deployment", deployment));
    const resource = valueOf(vault.snapshot.vault);
    if (resource !== undefined)
      add(vaultSubject(vault), judgeLive(judge, "vault", vaultFromArm(resource).facts));
    for (const account of deployment.storageAccounts ?? []) {
      const name = account.name ?? account.id ?? "";
      const subject = {
        kind: "storage-account" as const,
        name,
        ...(account.id === undefined ? {} : { id: account.id }),
      };
      add(subject, judgeLive(judge, "storage-account", account));
    }
    for (const plan of vault.plans) {
      if (!plan.itemIds.some((id) => members.some((machine) => machine.id.toLowerCase() === id))) continue;
      const { findings } = judgeLive(judge, "recovery-plan", recoveryPlanFromArm(plan.plan).facts);
      plans.set(
        plan.id,
        findings.map((finding) => checkFinding(planSubject(plan), finding)),
      );
    }
    for (const machine of members) {
      const policy = vault.policyById.get(machine.policyId?.toLowerCase() ?? "");
      const id = policy?.id ?? "";
      if (policy === undefined || policies.has(id)) continue;
      policies.add(id);
      const name = `policy ${policy.properties?.friendlyName ?? policy.name ?? ""}`;
      add(
        { kind: "vault", name, id },
        judgeLive(judge, "replication-policy", replicationPolicyFromArm(policy).facts),
      );
    }
  }
  return { machines, plans, rest: once(rest), undecided: [...undecided.values()] };
}

function judgeMachine(
  judge: Judge,
  machine: ReplicatedMachine,
  { snapshot }: CheckedVault,
): MachineJudgement {
  const item = itemsById(snapshot).get(machine.id.toLowerCase());
  const judgements = [
    judgeLive(judge, "machine", machineFacts(machine)),
    judgeLive(judge, "protected-item", protectedItemFromArm(item).facts),
  ];
  return {
    findings: judgements.flatMap(({ findings }) =>
      findings.map((finding) => checkFinding(machineSubject(machine), finding)),
    ),
    decided: judgements.reduce((sum, { decided }) => sum + decided, 0),
    undecided: judgements.reduce((sum, { undecided }) => sum + undecided.length, 0),
  };
}

/** A rule about all machines names the one it means by its name. */
function subjectOf(
  finding: Finding,
  whole: CheckSubject,
  machines: readonly ReplicatedMachine[],
): CheckSubject {
  const index = /^protectedItems\[(\d+)\]/.exec(finding.path ?? "")?.[1];
  const machine = index === undefined ? undefined : machines[Number(index)];
  return machine === undefined ? whole : machineSubject(machine);
}

export function checkFinding(subject: CheckSubject, finding: Finding): CheckFinding {
  const { rule, ref, severity, observed, limit, message, remedy, waiver } = finding;
  return {
    kind: "limit",
    rule,
    ref,
    severity,
    subject,
    ...(isSubject(finding.subject, subject) ? {} : { detail: finding.subject }),
    observed,
    expected: null,
    message,
    remedy,
    limit,
    source: null,
    waiver,
  };
}

/** Rules name a machine as `machine web` or by its name alone. */
function isSubject(text: string, { kind, name }: CheckSubject): boolean {
  return text === name || text === `${kind.replaceAll("-", " ")} ${name}`;
}

/** Scenarios share limits: one thing is told once. */
function once(findings: readonly CheckFinding[]): readonly CheckFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ ref, subject, detail, observed }) => {
    const key = [ref, subject.kind, subject.id ?? subject.name, detail ?? "", observed].join("\n");
    return !seen.has(key) && seen.add(key);
  });
}
