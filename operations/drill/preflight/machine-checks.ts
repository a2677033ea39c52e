import type { DrillSubject } from "../drill-subject";
import type { PreflightFinding } from "../evidence";
import { awaitsCleanup, isTidy, type ProtectedMachine } from "../protected-machine";
import type { DrillTarget } from "../read-target";
import { cleanCommand } from "../target";

/** Whether the plan holds machines, and manual actions somebody has to complete. */
export function checkGroups(
  { name, groups, machines }: DrillSubject,
  completesManualActions: boolean,
): readonly PreflightFinding[] {
  if (machines.length === 0) {
    return [
      {
        check: "groups",
        status: "error",
        subject: name,
        message: "The recovery plan holds no machine.",
        remedy: "Add protected items to its groups.",
      },
    ];
  }
  const manual = groups.flatMap((group) => group.manualActions.map((action) => `${group.name}: ${action}`));
  return [
    {
      check: "groups",
      status: "ok",
      subject: name,
      message: groups.map((group) => `${group.name || "Machines"}: ${group.itemIds.length}`).join(", "),
    },
    ...manual.map((action): PreflightFinding => ({
      check: "groups",
      status: completesManualActions ? "info" : "warning",
      subject: name,
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
export function checkLeftovers({ targets }: DrillSubject): readonly PreflightFinding[] {
  return targets.flatMap(leftoversOf);
}

function leftoversOf(target: DrillTarget): readonly PreflightFinding[] {
  const { address, name, machines } = target;
  const remedy = `Run: ${cleanCommand([address])}`;
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
  if (target.awaitsCleanup) {
    const message = "The plan waits for the clean-up of an earlier test failover.";
    return [{ check: "leftovers", status: "error", subject: name, message, remedy }];
  }
  if (target.busyWith !== undefined) {
    return [
      {
        check: "leftovers",
        status: "error",
        subject: name,
        message: `The plan is busy with ${target.busyWith}.`,
        remedy: "Wait until its job has ended.",
      },
    ];
  }
  return [
    {
      check: "leftovers",
      status: "ok",
      subject: name,
      message: "Nothing is left of an earlier drill.",
    },
  ];
}

function isBad(health: string): boolean {
  return health === "Warning" || health === "Critical";
}
