import type { ReplicationProtectedItem } from "@azure/arm-recoveryservices-siterecovery";
import { segmentOf } from "../../../azure/site-recovery-id";
import { known } from "../../../limits/facts/known";
import type { Experience, Scenario } from "../../../limits/scenarios";
import { providerFacts } from "./provider-facts";
import type { ReplicatedMachine } from "./replicated-machine";
import { textOf, timeOf } from "./values";

/** What replicates by which provider. Whether Hyper-V is managed by VMM, only the fabric tells. */
const scenarios: Readonly<Record<string, { readonly scenario: Scenario; readonly experience?: Experience }>> =
  {
    A2A: { scenario: "azure-to-azure" },
    A2ACrossClusterMigration: { scenario: "azure-to-azure" },
    InMageRcm: { scenario: "vmware-to-azure", experience: "modernized" },
    InMageAzureV2: { scenario: "vmware-to-azure", experience: "classic" },
    HyperVReplicaAzure: { scenario: "hyperv-to-azure" },
  };

/** Discovery of the modernized experience that found a machine which no hypervisor reports. */
const physicalDiscovery = /physical|server/i;

export interface ItemSurroundings {
  /** Names of the fabrics that are VMM servers, in lower case. */
  readonly vmmFabrics: ReadonlySet<string>;
}

/** An item in one set of names. */
export function readItem(
  item: ReplicationProtectedItem,
  { vmmFabrics }: ItemSurroundings = { vmmFabrics: new Set() },
): ReplicatedMachine {
  const { properties } = item;
  const id = item.id ?? "";
  const details = properties?.providerSpecificDetails;
  const instanceType = details?.instanceType ?? "";
  const fabricName = segmentOf(id, "replicationFabrics");
  const onVmm = fabricName !== undefined && vmmFabrics.has(fabricName.toLowerCase());
  const of = scenarios[instanceType];
  const discovery = (details as { readonly discoveryType?: string | null } | undefined)?.discoveryType;
  const isPhysical = physicalDiscovery.test(discovery ?? "");
  const scenario =
    of?.scenario === "hyperv-to-azure" && onVmm
      ? "hyperv-vmm-to-azure"
      : of?.scenario === "vmware-to-azure" && isPhysical
        ? "physical-to-azure"
        : of?.scenario;
  const running = properties?.currentScenario;
  const isRunning = textOf(running?.scenarioName) !== undefined && running?.scenarioName !== "None";
  return known<ReplicatedMachine>({
    ...providerFacts(details),
    id,
    itemName: item.name ?? segmentOf(id, "replicationProtectedItems") ?? "",
    name: textOf(properties?.friendlyName) ?? item.name ?? id,
    instanceType,
    scenario,
    experience: of?.experience,
    fabricName,
    containerId: id.replace(/\/replicationProtectedItems\/.*$/i, ""),
    recoveryContainerId: textOf(properties?.recoveryContainerId),
    policyId: textOf(properties?.policyId),
    protectionState: textOf(properties?.protectionState),
    protectionStateDescription: textOf(properties?.protectionStateDescription),
    replicationHealth: textOf(properties?.replicationHealth),
    failoverHealth: textOf(properties?.failoverHealth),
    activeLocation: textOf(properties?.activeLocation),
    testFailoverState: textOf(properties?.testFailoverState),
    testFailoverStateDescription: textOf(properties?.testFailoverStateDescription),
    allowedOperations: properties?.allowedOperations,
    lastSuccessfulTestFailover: timeOf(properties?.lastSuccessfulTestFailoverTime),
    healthErrors: properties?.healthErrors ?? [],
    currentJob: isRunning
      ? known({
          scenarioName: running?.scenarioName ?? "",
          jobId: textOf(running?.jobId),
          startedAt: timeOf(running?.startTime),
        })
      : undefined,
  });
}
