import { isSame } from "../../plugin-protocol/equality";
import type { PropertyMap } from "../../plugin-protocol/property-value";
import type { OperationContext } from "../resource-definition";
import { carryOut } from "./carry-out";
import type { ProtectedItem } from "./item";
import { givenFor } from "./kinds";
import { laterSettings } from "./later-settings";
import type { MachineKind } from "./machine-kind";

/** What the program gives a machine, and what of it was applied before. */
export interface Wanted {
  readonly kind: MachineKind;
  readonly inputs: PropertyMap;
  /** Undefined: the item was just enabled. */
  readonly before: PropertyMap | undefined;
}

/**
 * Brings a protected item to what the program gives: disks are added and removed, the rest is PATCHed. Where the item
 * shows that nothing differs, nothing is sent.
 *
 * @returns the item afterwards; undefined when it is gone.
 */
export async function configure(
  context: OperationContext,
  item: ProtectedItem,
  { kind, inputs, before: inputsBefore }: Wanted,
): Promise<ProtectedItem | undefined> {
  const given = givenFor(kind, inputs);
  const before = inputsBefore && givenFor(kind, inputsBefore);
  const details = (more: object) => ({
    properties: { providerSpecificDetails: { instanceType: kind.instanceType, ...more } },
  });

  let now: ProtectedItem | undefined = item;
  if (kind.disks?.add(given, item) !== undefined) {
    context.status("Adding disks");
    now = await carryOut(context, item.id, (current) => {
      const disks = kind.disks?.add(given, current);
      return disks && { method: "POST", target: `${current.id}/addDisks`, body: details(disks) };
    });
  }
  if (now !== undefined && kind.disks?.remove?.(given, before, now) !== undefined) {
    context.status("Removing disks");
    now = await carryOut(context, item.id, (current) => {
      const disks = kind.disks?.remove?.(given, before, current);
      return disks && { method: "POST", target: `${current.id}/removeDisks`, body: details(disks) };
    });
  }
  if (now === undefined || !needsUpdate(kind, given, before, kind.shown(given, now))) return now;
  context.status("Applying settings");
  return carryOut(context, item.id, (current) => {
    const fields = kind.update(given, before, current);
    return {
      method: "PATCH",
      target: current.id,
      body: {
        properties: {
          ...fields.item,
          providerSpecificDetails: { instanceType: kind.instanceType, ...fields.details },
        },
      },
    };
  });
}

/** What the item shows differs from what is given, or was not sent yet, or changed where the item shows nothing. */
function needsUpdate(
  kind: MachineKind,
  given: PropertyMap,
  before: PropertyMap | undefined,
  shown: PropertyMap,
): boolean {
  if (!isSame(given, shown)) return true;
  return before === undefined ? laterSettings(kind, given).length > 0 : !isSame(given, before);
}
