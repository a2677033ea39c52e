import type { Cloud } from "../../../cloud";
import { newGuid } from "../../../guid";
import { objectAt, stringAt } from "../../../json";
import type { Effect } from "../../../operations/operation";
import type { StoredResource } from "../../../store/resource";
import type { ExistingResourceRequest, Outcome } from "../../resource-type";
import { recordEvent } from "../replication-event";
import { refused } from "../site-recovery-error";
import { accepted } from "../site-recovery-write";
import { busy, demandAllowed, itemOfStep, itemStep, readItem, settled } from "./item-record";
import { stateOf, type ItemState } from "./item-state";
import { failoverDetails } from "./failover-job-details";
import { chosenPoint } from "./recovery-points";
import { make, targetMachine, unmaking } from "./target-machine";

/** Recorded: an unplanned failover took 145 seconds, a commit about a minute. The rest by analogy. */
const seconds = { unplanned: 145, planned: 300, commit: 60, cancel: 60, changePoint: 120 };

/** `POST {item}/unplannedFailover`. */
export function unplannedFailover(request: ExistingResourceRequest): Outcome {
  const { cloud, existing } = request;
  demandAllowed(request, ["UnplannedFailover"]);
  demandDirection(request, "PrimaryToRecovery");
  return failOver(request, {
    scenarioName: "UnplannedFailover",
    friendlyName: "Failover",
    seconds: seconds.unplanned,
    state: "unplanned-failover-done",
    point: chosenPoint(cloud, existing, pointAsked(request)),
    makesMachine: true,
  });
}

/** `POST {item}/plannedFailover`; for a machine that runs in Azure this is the failback. */
export function plannedFailover(request: ExistingResourceRequest): Outcome {
  const { cloud, existing } = request;
  demandAllowed(request, ["PlannedFailover", "Failback"]);
  const { properties, provider } = readItem(cloud, existing);
  const isFailback = properties["activeLocation"] === "Recovery";
  demandDirection(request, isFailback ? "RecoveryToPrimary" : undefined);
  return failOver(request, {
    scenarioName: isFailback ? "Failback" : "PlannedFailover",
    friendlyName: isFailback ? "Failback" : "Planned failover",
    seconds: seconds.planned,
    state: isFailback ? "failback-done" : "planned-failover-done",
    point: isFailback ? null : chosenPoint(cloud, existing, pointAsked(request)),
    makesMachine:
      !isFailback && provider.target(readItem(cloud, existing).details).resourceGroupId !== undefined,
  });
}

/** `POST {item}/failoverCommit`. */
export function failoverCommit(request: ExistingResourceRequest): Outcome {
  const { cloud, existing } = request;
  demandAllowed(request, ["Commit"]);
  const { properties, details } = readItem(cloud, existing);
  const before = stateOf(properties);
  // Documented for Hyper-V: committing the failback removes the machine in Azure.
  const isHome = before === "failback-done" && details["instanceType"] === "HyperVReplicaAzure";
  const gone = isHome ? unmaking(cloud, stringAt(existing.hidden, "failoverMachineId")) : [];
  const after: ItemState =
    before === "failback-done"
      ? "failback-committed"
      : before === "planned-failover-done"
        ? "planned-failover-committed"
        : "unplanned-failover-committed";
  return simple(request, "CommitFailover", "Commit", seconds.commit, [
    ...gone,
    itemStep("settle", existing.id, { state: after }),
  ]);
}

/** `POST {item}/failoverCancel`: the machine goes on where it was. */
export function failoverCancel(request: ExistingResourceRequest): Outcome {
  const { cloud, existing } = request;
  demandAllowed(request, ["CancelFailover"]);
  const machineId = stringAt(existing.hidden, "failoverMachineId");
  return simple(request, "CancelFailover", "Cancel failover", seconds.cancel, [
    ...unmaking(cloud, machineId),
    itemStep("settle", existing.id, { state: "protected", changes: { activeLocation: otherSide(existing) } }),
  ]);
}

/** `POST {item}/applyRecoveryPoint`: another point in time for a failover that is not committed. */
export function applyRecoveryPoint(request: ExistingResourceRequest): Outcome {
  const { cloud, existing, body } = request;
  demandAllowed(request, ["ChangePit"]);
  const state = stateOf(readItem(cloud, existing).properties) ?? "unplanned-failover-done";
  const asked = stringAt(objectAt(body, "properties"), "recoveryPointId");
  if (asked === undefined) throw refused("InvalidParameter", "The required 'recoveryPointId' is missing.");
  const failoverRecoveryPointId = chosenPoint(cloud, existing, asked);
  return simple(request, "ChangePit", "Change recovery point", seconds.changePoint, [
    itemStep("settle", existing.id, { state, changes: { failoverRecoveryPointId } }),
  ]);
}

/** The step at the end of a failover. */
export function failedOver(data: unknown, cloud: Cloud, time: string): void {
  const item = itemOfStep(data, cloud);
  if (!item) return;
  const { state, point, makesMachine } = data as {
    readonly state: ItemState;
    readonly point: string | null;
    readonly makesMachine: boolean;
  };
  const { details } = readItem(cloud, item);
  // Made now rather than beforehand: the machines of a plan share a network, and no two take the same address.
  const machine = makesMachine ? targetMachine(cloud, item, { kind: "failover" }) : undefined;
  make(cloud, machine);
  const machineId = machine?.vm.id ?? null;
  const isAzure = details["instanceType"] === "A2A";
  const providerSpecificDetails = isAzure
    ? { ...details, recoveryFabricObjectId: machineId?.toLowerCase() ?? null }
    : details;
  const after = settled(cloud, item, state, {
    providerSpecificDetails,
    failoverRecoveryPointId: point,
    lastSuccessfulFailoverTime: time,
  });
  const hidden = { ...after.hidden, ...(machineId === null ? {} : { failoverMachineId: machineId }) };
  cloud.store.put({ ...after, hidden });
  recordEvent(
    cloud,
    after,
    { code: "FailoverCompleted", type: "VmHealth", severity: "OK", description: "Failover completed" },
    time,
  );
}

interface Failover {
  readonly scenarioName: string;
  readonly friendlyName: string;
  readonly seconds: number;
  readonly state: ItemState;
  readonly point: string | null;
  readonly makesMachine: boolean;
}

function failOver(request: ExistingResourceRequest, failover: Failover): Outcome {
  const { cloud, existing } = request;
  const operationId = newGuid();
  const { scenarioName, friendlyName } = failover;
  return accepted(request, {
    job: {
      scenarioName,
      friendlyName,
      targetInstanceType: "ProtectionEntity",
      details: failoverDetails(cloud, existing, failover.point),
      tasks: [
        "Prerequisites check for failover",
        "Shut down the virtual machine",
        "Synchronizing the latest changes",
        "Start failover",
        "Start the replica virtual machine",
      ],
    },
    operationId,
    seconds: failover.seconds,
    visible: busy(cloud, existing, "failing-over", { scenarioName, id: operationId }),
    effects: [
      itemStep("failedover", existing.id, {
        state: failover.state,
        point: failover.point,
        makesMachine: failover.makesMachine,
      }),
    ],
    failureEffects: [{ kind: "store", resource: existing }],
  });
}

function simple(
  request: ExistingResourceRequest,
  scenarioName: string,
  friendlyName: string,
  duration: number,
  effects: readonly Effect[],
): Outcome {
  const { cloud, existing } = request;
  const operationId = newGuid();
  return accepted(request, {
    job: { scenarioName, friendlyName, targetInstanceType: "ProtectionEntity" },
    operationId,
    seconds: duration,
    visible: busy(cloud, existing, undefined, { scenarioName, id: operationId }),
    effects,
    failureEffects: [{ kind: "store", resource: existing }],
  });
}

function pointAsked({ body }: ExistingResourceRequest): string | undefined {
  return stringAt(objectAt(objectAt(body, "properties"), "providerSpecificDetails"), "recoveryPointId");
}

function demandDirection(request: ExistingResourceRequest, needed: string | undefined): void {
  const given = stringAt(objectAt(request.body, "properties"), "failoverDirection");
  if (needed === undefined || given === undefined || given === needed) return;
  throw refused(
    "FailoverDirectionMismatch",
    `The failover direction '${given}' does not fit the protected item '${request.existing.name}': it can only go '${needed}'.`,
  );
}

function otherSide(item: StoredResource): string {
  return objectAt(item.envelope, "properties")["activeLocation"] === "Recovery" ? "Primary" : "Recovery";
}
