import { isPropertyMap, type PropertyMap } from "../../plugin-protocol/property-value";
import { a2a } from "./a2a";
import { hyperVReplicaAzure } from "./hyper-v-replica-azure";
import { inMageAzureV2 } from "./in-mage-azure-v2";
import { inMageRcm } from "./in-mage-rcm";
import type { MachineKind } from "./machine-kind";

/** Every way of replicating, in the order of the documentation. */
export const kinds: readonly MachineKind[] = [a2a, inMageRcm, inMageAzureV2, hyperVReplicaAzure];

/** The kinds whose nested input is given, known or not. */
export function kindsGiven(inputs: PropertyMap): readonly MachineKind[] {
  return kinds.filter(({ input }) => inputs[input] !== undefined);
}

/** The one kind of a machine. @throws Error when check let none or several pass. */
export function kindOf(inputs: PropertyMap): MachineKind {
  const [kind, ...others] = kindsGiven(inputs);
  if (kind === undefined || others.length > 0) throw new Error("A machine replicates in exactly one way.");
  return kind;
}

/** The nested input of a kind; empty while it is not known. */
export function givenFor(kind: MachineKind, inputs: PropertyMap): PropertyMap {
  const value = inputs[kind.input];
  return isPropertyMap(value) ? value : {};
}
