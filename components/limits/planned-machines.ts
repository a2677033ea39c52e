import type { ProtectedItem } from "../../limits/facts/azure";
import { documentedLimits, judgeFacts, type DocumentedLimitsArgs } from "./documented-limits";
import type { InputProblem } from "../inputs/input-problems";

/** Where a machine shall arrive, as far as limits speak of it. What is left out, it will not have. */
export interface PlannedMachine {
  readonly sourceName?: string;
  /** Name in Azure. Default: the source name. */
  readonly azureName?: string;
  readonly targetSize?: string;
  readonly availabilityZone?: string;
  readonly availabilitySetId?: string;
  readonly proximityPlacementGroupId?: string;
  readonly multiVmGroup?: string | null;
  readonly licenseType?: string;
}

/**
 * What the rules have against machines before anything is created for them: problems at
 * `machines.<key>.<argument>`.
 */
export function plannedMachineProblems(
  scope: DocumentedLimitsArgs,
  machines: Readonly<Record<string, PlannedMachine>>,
): readonly InputProblem[] {
  const limits = documentedLimits(scope);
  return [
    ...limits.problems,
    ...Object.entries(machines).flatMap(
      ([key, machine]) =>
        judgeFacts(limits, "protected-item", itemFacts(key, machine), (path) => argumentPath(key, path))
          .errors,
    ),
  ];
}

/** A machine as the protected item that it will be. */
function itemFacts(key: string, machine: PlannedMachine): ProtectedItem {
  return {
    name: key,
    targetName: machine.azureName ?? machine.sourceName ?? key,
    targetSize: machine.targetSize ?? null,
    availabilityZone: machine.availabilityZone ?? null,
    availabilitySetId: machine.availabilitySetId ?? null,
    proximityPlacementGroupId: machine.proximityPlacementGroupId ?? null,
    multiVmGroup: machine.multiVmGroup ?? null,
    licenseType: machine.licenseType ?? null,
  };
}

function argumentPath(key: string, factPath: string): string {
  return `machines.${key}.${factPath === "targetName" ? "azureName" : factPath}`;
}
