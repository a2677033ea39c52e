import { normalizeRegion } from "../../limits/facts/region";
import { existingIdProblems, idleInputs, idProblems } from "../inputs/existing";
import { missingInputs, type InputProblem, type SeenInputs } from "../inputs/input-problems";
import { isPending } from "../inputs/pending";
import { judgeFacts, type DocumentedLimits } from "../limits/documented-limits";
import { machineFormProblems, wellFormedMachines } from "../replication/machine-entries";
import type { AzureToAzureReplicationArgs } from "./azure-to-azure-replication";
import type { AzureMachineArgs } from "./machine-args";
import { isSettings } from "./machines";
import type { ReplicationSideArgs } from "./sides";

const vaultType = "Microsoft.RecoveryServices/vaults";
const fabricType = `${vaultType}/replicationFabrics`;
const containerType = `${fabricType}/replicationProtectionContainers`;

/** Everything that is wrong with the arguments, as far as they are known. */
export function azureToAzureProblems(limits: DocumentedLimits, seen: SeenInputs): readonly InputProblem[] {
  const args = seen as unknown as AzureToAzureReplicationArgs;
  const given = args.plumbingOnly === true ? undefined : args.machines;
  const machines = wellFormedMachines(given);
  return [
    ...limits.problems,
    ...machineFormProblems(given),
    ...missingInputs(seen, ["vaultId", "sourceLocation", "policyId"]),
    ...idProblems(seen, { vaultId: vaultType, policyId: `${vaultType}/replicationPolicies` }),
    ...directionProblems(args),
    ...sideProblems("source", args.source),
    ...sideProblems("recovery", args.recovery),
    ...idleProblems(seen, args),
    ...(Object.keys(machines).length === 0 ? [] : neededByMachines(args, machines)),
    ...Object.entries(machines).flatMap(([key, machine]) => machineProblems(limits, key, machine)),
  ];
}

function directionProblems(args: AzureToAzureReplicationArgs): readonly InputProblem[] {
  const { sourceLocation, recoveryLocation, zones } = args;
  if (zones !== undefined) {
    return zones.primaryZone === zones.recoveryZone
      ? [
          {
            propertyPath: "zones.recoveryZone",
            reason: `It is zone ${zones.primaryZone} as well: name another zone.`,
          },
        ]
      : [];
  }
  if (recoveryLocation === undefined) {
    return [
      {
        propertyPath: "recoveryLocation",
        reason: "Missing: name the region to fail over to, or zones to go from zone to zone.",
      },
    ];
  }
  if (typeof sourceLocation !== "string" || typeof recoveryLocation !== "string") return [];
  return normalizeRegion(sourceLocation) === normalizeRegion(recoveryLocation)
    ? [
        {
          propertyPath: "recoveryLocation",
          reason: `It is ${recoveryLocation} as well: name another region, or zones to go from zone to zone.`,
        },
      ]
    : [];
}

function sideProblems(path: string, side: ReplicationSideArgs | undefined): readonly InputProblem[] {
  if (side === undefined) return [];
  const seen = side as unknown as SeenInputs;
  const prefix = `${path}.`;
  return [
    ...existingIdProblems(seen, { idName: "fabricId", type: fabricType, newOnly: ["fabricName"], prefix }),
    ...existingIdProblems(seen, {
      idName: "containerId",
      type: containerType,
      newOnly: ["containerName"],
      prefix,
    }),
    ...(side.containerId !== undefined && side.fabricId === undefined
      ? [
          {
            propertyPath: `${prefix}fabricId`,
            reason: "Missing: an existing container is in an existing fabric, give its id as well.",
          },
        ]
      : []),
  ];
}

/** Names and policies of what there is not. */
function idleProblems(seen: SeenInputs, args: AzureToAzureReplicationArgs): readonly InputProblem[] {
  const recovery = { ...args.recovery } as SeenInputs;
  const oneWay =
    "It belongs to the mapping back, which createFailbackMapping turns off: leave one of them out.";
  return [
    ...(args.zones === undefined || recovery["fabricId"] !== undefined
      ? []
      : idleInputs(
          recovery,
          ["fabricName"],
          "The zones of a region are one fabric: name it by source.fabricName.",
          "recovery.",
        )),
    ...(args.createFailbackMapping === false
      ? [
          ...idleInputs(seen, ["failbackPolicyId"], oneWay),
          ...idleInputs(recovery, ["mappingName"], oneWay, "recovery."),
        ]
      : []),
  ];
}

/** What the component must say where a machine or a disk does not. */
function neededByMachines(
  args: AzureToAzureReplicationArgs,
  machines: Readonly<Record<string, AzureMachineArgs>>,
): readonly InputProblem[] {
  const all = Object.values(machines);
  const withoutGroup = all.some(({ recoveryResourceGroupId }) => recoveryResourceGroupId === undefined);
  const withoutCache = all.some(({ disks }) =>
    // Missing disks are a problem of the machine.
    (Array.isArray(disks) ? disks : []).some(
      (disk) => !isSettings(disk) || disk.primaryStagingAzureStorageAccountId === undefined,
    ),
  );
  return missingInputs(args as unknown as SeenInputs, [
    ...(withoutGroup ? ["recoveryResourceGroupId"] : []),
    ...(withoutCache ? ["cacheStorageAccountId"] : []),
  ]);
}

function machineProblems(
  limits: DocumentedLimits,
  key: string,
  machine: AzureMachineArgs,
): readonly InputProblem[] {
  const path = `machines.${key}`;
  const seen = machine as unknown as SeenInputs;
  const item = {
    name: key,
    ...known("targetName", machine.recoveryAzureVMName),
    ...known("targetSize", machine.recoveryAzureVMSize),
    ...known("availabilityZone", machine.recoveryAvailabilityZone),
  };
  return [
    ...missingInputs(seen, ["virtualMachineId"]),
    ...idProblems(seen, { virtualMachineId: "Microsoft.Compute/virtualMachines" }),
    ...(Array.isArray(machine.disks) && machine.disks.length > 0
      ? []
      : [{ propertyPath: "disks", reason: "Missing: name at least the disk of the operating system." }]),
    ...judgeFacts(limits, "protected-item", item).errors,
  ].map(({ propertyPath, reason }) => ({ propertyPath: `${path}.${propertyPath}`, reason }));
}

function known(name: string, value: unknown): Readonly<Record<string, unknown>> {
  return value === undefined || isPending(value) ? {} : { [name]: value };
}
