import { parseResourceId } from "../../../limits/facts/resource-id";
import type { AzureConnection } from "../../../azure/connection";
import type { AzureReader } from "../../vault/azure-reader";
import type { ReplicatedMachine } from "../../vault/item/replicated-machine";
import type { Part } from "../../vault/part";
import type { CheckFinding, CheckUndecided } from "../check-finding";
import { machineSubject } from "../checked-vault";
import { liveFinding } from "../examine";
import type { LimitJudgements } from "../limits/judge-limits";
import { observed } from "../live-check";
import { opinionChecks } from "./opinion-checks";
import type { MachineEligibility } from "./service-opinions";

export const eligibilityAction = "Microsoft.RecoveryServices/replicationEligibilityResults/read";

/** The service's answer about a source VM: its errors, none where it is eligible. */
export interface EligibilityAnswer {
  readonly machine: ReplicatedMachine;
  readonly part: Part<readonly { readonly code: string; readonly message: string }[]>;
}

/** A VM that replicates already is told so; that is no objection. */
const alreadyProtected = /already|protected|exists/i;

/** Rules about what replication itself brings along, which says nothing of the source VM. */
const ofReplication: ReadonlySet<string> = new Set(["mobility-service-support"]);

/** Asks the service about the first `most` source VMs of Azure to Azure. */
export async function askEligibility(
  connection: AzureConnection,
  reader: AzureReader,
  machines: readonly ReplicatedMachine[],
  most: number,
): Promise<{ readonly answers: readonly EligibilityAnswer[]; readonly notAsked: number }> {
  const sources = machines.filter(({ sourceVmId }) => sourceVmId !== undefined);
  const asked = sources.slice(0, most);
  const answers = await Promise.all(
    asked.map(async (machine): Promise<EligibilityAnswer> => {
      const {
        subscriptionId = "",
        resourceGroup = "",
        name = "",
      } = parseResourceId(machine.sourceVmId ?? "");
      const client = connection.siteRecovery(subscriptionId).replicationEligibilityResultsOperations;
      const part = await reader.read(eligibilityAction, async (settings) => {
        const { properties } = await client.get(resourceGroup, name, settings);
        return (properties?.errors ?? []).map(({ code = "", message = "" }) => ({ code, message }));
      });
      return { machine, part };
    }),
  );
  return { answers, notAsked: sources.length - asked.length };
}

/** Both opinions on each VM, and a finding where they differ. */
export function compareEligibility(
  answers: readonly EligibilityAnswer[],
  { machines }: LimitJudgements,
): {
  readonly eligibility: readonly MachineEligibility[];
  readonly findings: readonly CheckFinding[];
  readonly undecided: readonly CheckUndecided[];
} {
  const check = opinionChecks.eligibility;
  const eligibility: MachineEligibility[] = [];
  const findings: CheckFinding[] = [];
  const undecided: CheckUndecided[] = [];
  for (const { machine, part } of answers) {
    const subject = machineSubject(machine);
    if (part.kind === "unknown") {
      undecided.push({ rule: check.name, ref: check.ref, subject, missing: [part.action] });
      continue;
    }
    // A source VM that is gone has no eligibility; whether it may be gone is another question.
    if (part.kind === "absent") continue;
    const errors = part.value.filter(({ code, message }) => !alreadyProtected.test(`${code} ${message}`));
    const ours = [
      ...new Set(
        (machines.get(machine.id.toLowerCase())?.findings ?? [])
          .filter(({ severity, rule }) => severity === "error" && !ofReplication.has(rule))
          .map(({ ref, rule }) => `${ref} ${rule}`),
      ),
    ];
    eligibility.push({ machine: machine.name, sourceVmId: machine.sourceVmId ?? "", errors, ours });
    if (errors.length > 0 === ours.length > 0) continue;
    const service = errors.map(({ code, message }) => [code, message].filter(Boolean).join(" ")).join("; ");
    findings.push(
      liveFinding(
        check,
        observed({
          severity: "warning",
          subject,
          observed: errors.length > 0 ? `service: ${service}` : "service: eligible",
          expected: ours.length > 0 ? `ours: ${ours.join(", ")}` : "ours: no limit stands against it",
          message:
            errors.length > 0
              ? `The service objects to the VM (${service}); the documented limits do not.`
              : `The documented limits stand against the VM (${ours.join(", ")}); the service calls it eligible.`,
        }),
        "service",
      ),
    );
  }
  return { eligibility, findings, undecided };
}
