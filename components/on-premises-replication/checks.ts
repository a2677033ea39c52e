import { idProblems } from "../inputs/existing";
import { missingInputs, type InputProblem, type SeenInputs } from "../inputs/input-problems";
import { isPending } from "../inputs/pending";
import { judgeFacts, type DocumentedLimits } from "../limits/documented-limits";
import { machineFormProblems, wellFormedMachines } from "../replication/machine-entries";
import { completedMachine, type ReplicationWay } from "./machines";
import type { OnPremisesReplicationArgs } from "./on-premises-args";

const vaultType = "Microsoft.RecoveryServices/vaults";
const fabricType = `${vaultType}/replicationFabrics`;

/** What a machine must have, by itself or from the component. */
const required: Readonly<Record<ReplicationWay, readonly string[]>> = {
  inMageRcm: ["fabricDiscoveryMachineId", "processServerId", "targetResourceGroupId"],
  inMageAzureV2: ["protectableItemId", "targetAzureV2ResourceGroupId"],
  hyperVReplicaAzure: ["protectableItemId", "targetAzureV2ResourceGroupId"],
};

/** The component's argument that stands in for a machine's. */
const insteadOf: Readonly<Record<string, string>> = {
  processServerId: "processServerId",
  targetResourceGroupId: "recoveryResourceGroupId",
  targetAzureV2ResourceGroupId: "recoveryResourceGroupId",
};

/** What is wrong with arguments that every component of machines on premises has, as far as they are known. */
export function onPremisesProblems(
  limits: DocumentedLimits,
  seen: SeenInputs,
  way: ReplicationWay | undefined,
): readonly InputProblem[] {
  const args = seen as unknown as OnPremisesReplicationArgs<object>;
  const given = args.plumbingOnly === true ? undefined : args.machines;
  const machines = wellFormedMachines(given);
  return [
    ...limits.problems,
    ...machineFormProblems(given),
    ...missingInputs(seen, ["vaultId", "policyId"]),
    ...idProblems(seen, {
      vaultId: vaultType,
      policyId: `${vaultType}/replicationPolicies`,
      fabricId: fabricType,
      containerId: `${fabricType}/replicationProtectionContainers`,
    }),
    ...(way === undefined && Object.keys(machines).length > 0
      ? [
          {
            propertyPath: "machines",
            reason:
              "Azure's API has no input for this way of protecting machines: protect them in the portal or in VMM, and leave machines out here.",
          },
        ]
      : []),
    ...(way === undefined
      ? []
      : Object.entries(machines).flatMap(([key, machine]) =>
          machineProblems(limits, args, way, key, machine),
        )),
  ];
}

/** Machines before anything has registered: nothing knows them yet. */
export function lateMachines(seen: SeenInputs, registered: boolean): readonly InputProblem[] {
  const { machines, plumbingOnly } = seen as { readonly machines?: object; readonly plumbingOnly?: boolean };
  if (registered || plumbingOnly === true || Object.keys(machines ?? {}).length === 0) return [];
  return [
    {
      propertyPath: "fabricId",
      reason:
        "Missing: machines are given, but nothing has registered that knows them. Register first, or set plumbingOnly.",
    },
  ];
}

function machineProblems(
  limits: DocumentedLimits,
  args: OnPremisesReplicationArgs<object>,
  way: ReplicationWay,
  key: string,
  machine: object,
): readonly InputProblem[] {
  const completed = completedMachine(way, machine, args);
  const missing = required[way].filter((name) => completed[name] === undefined || completed[name] === "");
  const disks =
    way === "inMageRcm" &&
    completed["disksToInclude"] === undefined &&
    completed["disksDefault"] === undefined
      ? [
          {
            propertyPath: "disksToInclude",
            reason:
              "Missing: name the disks, or give disksDefault, or cacheStorageAccountId and diskType for all machines.",
          },
        ]
      : [];
  return [
    ...missing.map((name) => ({
      propertyPath: name,
      reason: `Missing: ${name} is required here${insteadOf[name] === undefined ? "" : `, or ${insteadOf[name]} for all machines`}.`,
    })),
    ...disks,
    ...judgeFacts(limits, "protected-item", itemFacts(key, completed), (path) => argumentOf(way, path))
      .errors,
  ].map(({ propertyPath, reason }) => ({ propertyPath: `machines.${key}.${propertyPath}`, reason }));
}

/** Arguments behind the facts about a machine. */
const argumentsOfFacts: Readonly<Record<string, string>> = {
  targetSize: "targetVmSize",
  availabilityZone: "targetAvailabilityZone",
  availabilitySetId: "targetAvailabilitySetId",
  proximityPlacementGroupId: "targetProximityPlacementGroupId",
};

function argumentOf(way: ReplicationWay, fact: string): string {
  if (fact === "targetName") return way === "inMageRcm" ? "targetVmName" : "targetAzureVmName";
  return argumentsOfFacts[fact] ?? fact;
}

/** The machine as rules know it, as far as it is known now. */
function itemFacts(key: string, machine: Readonly<Record<string, unknown>>) {
  const facts = {
    targetName: machine["targetVmName"] ?? machine["targetAzureVmName"],
    targetSize: machine["targetVmSize"],
    availabilityZone: machine["targetAvailabilityZone"],
    availabilitySetId: machine["targetAvailabilitySetId"],
    proximityPlacementGroupId: machine["targetProximityPlacementGroupId"],
    licenseType: machine["licenseType"],
  };
  const known = Object.entries(facts).filter(([, value]) => value !== undefined && !isPending(value));
  return { name: key, ...Object.fromEntries(known) };
}
