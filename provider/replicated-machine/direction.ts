import { stringOf, type PropertyMap } from "../../plugin-protocol/property-value";
import { parentId } from "../vault-scope";
import { isSameText, textIn, type ProtectedItem } from "./item";
import type { MachineKind } from "./machine-kind";

/**
 * Whether an item replicates, or runs, in the direction opposite to the one it was enabled in. Reprotection moves
 * that of an Azure machine out of the container it was enabled in; which machine it protects then tells less, because
 * a failover may give the machine another name.
 */
export function isBackward(item: ProtectedItem, kind: MachineKind, inputs: PropertyMap): boolean {
  if (kind.backwardTypes.includes(item.instanceType)) return true;
  if (isSameText(textIn(item.properties, "activeLocation"), "Recovery")) return true;
  return !isAtHome(item, inputs);
}

/** Whether an item is in the container that the program names. */
export function isAtHome(item: ProtectedItem, inputs: PropertyMap): boolean {
  const home = stringOf(inputs["protectionContainerId"]);
  return home === undefined || isSameText(parentId(item.id), home);
}
