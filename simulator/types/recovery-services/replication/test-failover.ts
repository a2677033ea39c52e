import type { Cloud } from "../../../cloud";
import { parseResourceId } from "../../../arm/resource-id";
import { newGuid } from "../../../guid";
import { objectAt, stringAt } from "../../../json";
import type { Effect } from "../../../operations/operation";
import type { ExistingResourceRequest, Outcome } from "../../resource-type";
import { refused } from "../site-recovery-error";
import { accepted } from "../site-recovery-write";
import { busy, demandAllowed, itemOfStep, itemStep, readItem, settled } from "./item-record";
import { testFailoverDetails } from "./failover-job-details";
import { chosenPoint } from "./recovery-points";
import { make, targetMachine, unmaking } from "./target-machine";

/** By analogy: no recording of a test failover. */
const seconds = { test: 180, cleanup: 90, tidy: 60 };

/** `POST {item}/testFailover`: a copy of the machine in a network of its own. */
export function testFailover(request: ExistingResourceRequest): Outcome {
  const { cloud, existing, body } = request;
  demandAllowed(request, ["TestFailover"]);
  const given = objectAt(body, "properties");
  const point = chosenPoint(
    cloud,
    existing,
    stringAt(objectAt(given, "providerSpecificDetails"), "recoveryPointId"),
  );
  const networkId =
    stringAt(given, "networkId") ?? stringAt(objectAt(given, "providerSpecificDetails"), "networkId");
  demandNetwork(cloud, given["networkType"], networkId);
  const operationId = newGuid();
  const running = busy(
    cloud,
    existing,
    undefined,
    { scenarioName: "TestFailover", id: operationId },
    {
      testFailoverState: "InProgress",
      testFailoverStateDescription: "Test failover in progress",
    },
  );
  const effects: Effect[] = [itemStep("tested", existing.id, { point, networkId: networkId ?? null })];
  return accepted(request, {
    job: {
      scenarioName: "TestFailover",
      friendlyName: "Test failover",
      targetInstanceType: "ProtectionEntity",
      details: testFailoverDetails(cloud, existing, point, {
        networkId,
        networkType: stringAt(given, "networkType"),
      }),
      tasks: [
        "Prerequisites check for test failover",
        "Create test virtual machine",
        "Preparing the virtual machine",
        "Start the virtual machine",
      ],
    },
    operationId,
    seconds: seconds.test,
    visible: running,
    effects,
    failureEffects: [{ kind: "store", resource: existing }],
  });
}

/** `POST {item}/testFailoverCleanup`. */
export function testFailoverCleanup(request: ExistingResourceRequest): Outcome {
  const { cloud, existing } = request;
  demandAllowed(request, ["TestFailoverCleanup"]);
  const operationId = newGuid();
  const machineId = stringAt(existing.hidden, "testMachineId");
  return accepted(request, {
    job: {
      scenarioName: "TestFailoverCleanup",
      friendlyName: "Test failover cleanup",
      targetInstanceType: "ProtectionEntity",
      tasks: ["Deleting the virtual machine created for test failover", "Cleanup of the test failover"],
    },
    operationId,
    seconds: seconds.cleanup,
    visible: busy(cloud, existing, undefined, { scenarioName: "TestFailoverCleanup", id: operationId }),
    effects: [
      ...unmaking(cloud, machineId),
      // Published: the answer still tells of the cleaning up, which ends by itself.
      itemStep("cleaned", existing.id, {
        testFailoverState: "MarkedForDeletion",
        description: "Cleaning up test environment",
      }),
      {
        kind: "later",
        resourceId: existing.id,
        seconds: seconds.tidy,
        effects: [itemStep("cleaned", existing.id, { testFailoverState: "None", description: "None" })],
      },
    ],
    failureEffects: [{ kind: "store", resource: existing }],
  });
}

/** The step at the end of a test failover. Published: only the cleanup is allowed, and the job stays the current one. */
export function tested(data: unknown, cloud: Cloud, time: string): void {
  const item = itemOfStep(data, cloud);
  if (!item) return;
  const { properties, details } = readItem(cloud, item);
  const { point, networkId } = data as { readonly point: string | null; readonly networkId: string | null };
  const machine = targetMachine(cloud, item, { kind: "test", networkId: networkId ?? undefined });
  make(cloud, machine);
  const machineId = machine?.vm.id ?? null;
  const providerSpecificDetails =
    details["instanceType"] === "A2A"
      ? { ...details, testFailoverRecoveryFabricObjectId: machineId }
      : details;
  cloud.store.put(
    cloud.revise(
      item,
      {
        properties: {
          ...properties,
          providerSpecificDetails,
          protectionStateDescription: "Cleanup test failover pending",
          testFailoverState: "WaitingForCompletion",
          testFailoverStateDescription: "Waiting for user input",
          allowedOperations: ["TestFailoverCleanup"],
          failoverRecoveryPointId: point,
          lastSuccessfulTestFailoverTime: time,
        },
      },
      { ...item.hidden, ...(machineId === null ? {} : { testMachineId: machineId }) },
    ),
  );
}

/** The step at the end of a cleanup, and when the environment is gone. */
export function cleaned(data: unknown, cloud: Cloud): void {
  const item = itemOfStep(data, cloud);
  if (!item) return;
  const { testFailoverState, description } = data as {
    readonly testFailoverState: string;
    readonly description: string;
  };
  const { properties, details } = readItem(cloud, item);
  const words = { testFailoverState, testFailoverStateDescription: description };
  if (testFailoverState === "None") {
    // Whatever the item has come to in the meantime, only the traces of the test go.
    if (properties["testFailoverState"] !== "MarkedForDeletion") return;
    cloud.store.put(cloud.revise(item, { properties: { ...properties, ...words } }));
    return;
  }
  const providerSpecificDetails =
    details["instanceType"] === "A2A" ? { ...details, testFailoverRecoveryFabricObjectId: null } : details;
  cloud.store.put(settled(cloud, item, "protected", { ...words, providerSpecificDetails }));
}

/** A network is optional; one that is given has to exist, unless it is one of the service's words. */
function demandNetwork(cloud: Cloud, type: unknown, id: string | undefined): void {
  if (id === undefined || id === "") {
    if (type !== "VmNetworkAsInput") return;
    throw refused("InvalidParameter", "The network type 'VmNetworkAsInput' needs a 'networkId'.");
  }
  const parsed = parseResourceId(id);
  if (!parsed || cloud.find(parsed)) return;
  throw refused("NetworkNotFound", `The network '${id}' of the test failover does not exist.`);
}
