import type { DrillPlan } from "../drill-plan";
import type { PreflightFinding } from "../evidence";
import { awaitsCleanup, isTidy, type ProtectedMachine } from "../protected-machine";

/** Whether the plan holds machines, and manual actions somebody has to complete. */
export function checkGroups(
  { address, groups, machines }: DrillPlan,
  completesManualActions: boolean,
): readonly PreflightFinding[] {
  if (machines.length === 0) {
    return [
      {
        check: "groups",
        status: "error",
        subject: address.name,
        message: "The recovery plan holds no machine.",
        remedy: "Add protected items to its groups.",
      },
    ];
  }
  const manual = groups.flatMap((group) => group.manualActions.map((name) => `${group.name}: ${name}`));
  return [
    {
      check: "groups",
      status: "ok",
      subject: address.name,
      message: groups.map(({ name, itemIds }) => `${name}: ${itemIds.length}`).join(", "),
    },
    ...manual.map((action): PreflightFinding => ({
      check: "groups",
      status: completesManualActions ? "info" : "warning",
      subject: address.name,
      message: `The plan waits at the manual action "${action}".`,
      ...(completesManualActions
        ? {}
        : {
            remedy: "Complete it in the portal when its time comes, or let --complete-manual-actions do it.",
          }),
    })),
  ];
}

/** Whether every machine can be tested now. */
export function checkHealth(machines: readonly ProtectedMachine[]): readonly PreflightFinding[] {
  return machines.map((machine): PreflightFinding => {
    const { name, allowedOperations, protectionState, replicationHealth, failoverHealth, healthErrors } =
      machine;
    const said = healthErrors.length === 0 ? "" : `: ${healthErrors.join("; ")}`;
    if (!allowedOperations.includes("TestFailover") && !awaitsCleanup(machine)) {
      return {
        check: "health",
        status: "error",
        subject: name,
        message: `The service allows no test failover in the state ${protectionState}${said}.`,
        remedy: "Wait until the machine is protected, or mend its replication.",
      };
    }
    const bad = [
      ...(isBad(replicationHealth) ? [`replication health is ${replicationHealth}`] : []),
      ...(isBad(failoverHealth) ? [`failover health is ${failoverHealth}`] : []),
    ];
    if (bad.length > 0) {
      return { check: "health", status: "warning", subject: name, message: `${bad.join(", ")}${said}.` };
    }
    return { check: "health", status: "ok", subject: name, message: protectionState };
  });
}

/** Whether an earlier test failover is cleaned up, and nothing else is under way. */
export function checkLeftovers({ address, plan, machines }: DrillPlan): readonly PreflightFinding[] {
  const remedy = `Run: asr drill --clean --plan ${address.id}`;
  const left = machines
    .filter((machine) => !isTidy(machine))
    .map((machine): PreflightFinding => ({
      check: "leftovers",
      status: "error",
      subject: machine.name,
      message: `An earlier test failover is not cleaned up: ${machine.testFailoverState || "TestFailoverCleanup is pending"}.`,
      remedy,
    }));
  if (left.length > 0) return left;
  const { currentScenario, currentScenarioStatus, allowedOperations = [] } = plan.properties ?? {};
  if (allowedOperations.includes("TestFailoverCleanup")) {
    const message = "The plan waits for the clean-up of an earlier test failover.";
    return [{ check: "leftovers", status: "error", subject: address.name, message, remedy }];
  }
  if (currentScenarioStatus === "InProgress") {
    return [
      {
        check: "leftovers",
        status: "error",
        subject: address.name,
        message: `The plan is busy with ${currentScenario?.scenarioName ?? "another job"}.`,
        remedy: "Wait until its job has ended.",
      },
    ];
  }
  return [
    {
      check: "leftovers",
      status: "ok",
      subject: address.name,
      message: "Nothing is left of an earlier drill.",
    },
  ];
}

function isBad(health: string): boolean {
  return health === "Warning" || health === "Critical";
}
