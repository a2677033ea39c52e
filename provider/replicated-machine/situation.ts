import { stringOf, type PropertyMap } from "../../plugin-protocol/property-value";
import type { OperationContext } from "../resource-definition";
import { isBackward } from "./direction";
import type { ProtectedItem } from "./item";
import { isFailedOver, phaseOf, stateText, type Phase } from "./item-state";
import { findItem } from "./look";
import type { MachineKind } from "./machine-kind";
import { idsOf } from "./state";

/** What an item is found to be doing. */
export interface Situation {
  readonly item: ProtectedItem;
  readonly phase: Phase;
  /** It runs or replicates the other way: settings of the way forth cannot be applied. */
  readonly isAway: boolean;
}

/** Looks for an item and says how it stands; undefined when it is gone. */
export async function situationOf(
  context: OperationContext,
  id: string,
  kind: MachineKind,
  state: PropertyMap,
): Promise<Situation | undefined> {
  const source = kind.sourceOf(state);
  const item = await findItem(
    context,
    idsOf(id, state),
    (each) => source !== undefined && kind.protects(each, source),
  );
  if (item === undefined) return undefined;
  const phase = phaseOf(item);
  return { item, phase, isAway: isFailedOver(phase) || isBackward(item, kind, state) };
}

/** What was found, in a sentence for people. */
export function inWords({ item, phase, isAway }: Situation): string {
  const name = stringOf(item.properties["friendlyName"] as string | undefined) ?? item.id;
  const state = `state ${stateText(item)}`;
  switch (phase) {
    case "failing-over":
      return `${name} is failing over (${state}).`;
    case "awaits-commit":
      return `${name} has failed over and awaits commit (${state}).`;
    case "awaits-reprotection":
      return `${name} has failed over and awaits reprotection: nothing replicates (${state}).`;
    case "awaits-failback":
      return `${name} has failed over and awaits failback: nothing replicates (${state}).`;
    case "reprotecting":
      return `${name} is being reprotected (${state}).`;
    default:
      return isAway
        ? `${name} has failed over and replicates back (${state}).`
        : `${name} is in the ${state}.`;
  }
}
