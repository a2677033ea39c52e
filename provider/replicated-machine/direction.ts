import { isSameText, textIn, type ProtectedItem } from "./item";
import type { MachineKind } from "./machine-kind";

/** Whether an item replicates, or runs, in the direction opposite to the one it was enabled in. */
export function isBackward(item: ProtectedItem, kind: MachineKind, source: string | undefined): boolean {
  if (kind.backwardTypes.includes(item.instanceType)) return true;
  if (isSameText(textIn(item.properties, "activeLocation"), "Recovery")) return true;
  // An Azure machine that was reprotected: what it is recovered to is the machine of the program.
  const machine = textIn(item.details, "fabricObjectId");
  return machine !== undefined && source !== undefined && !isSameText(machine, source);
}
