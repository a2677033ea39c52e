import { AzureError } from "../../azure/azure-error";
import { isSame } from "../../plugin-protocol/equality";
import { stringOf, type PropertyMap, type PropertyValue } from "../../plugin-protocol/property-value";
import { parentId } from "../vault-scope";
import type { OperationContext, ReadRequest, ReadState } from "../resource-definition";
import { isBackward } from "./direction";
import { importedInputs } from "./imported";
import { textIn, type ProtectedItem } from "./item";
import { phaseOf } from "./item-state";
import { givenFor, kinds, kindsGiven } from "./kinds";
import { findItem, itemAt } from "./look";
import { appliedInputs, idsOf, stateOf } from "./state";

/** The machine as it is, wherever its item has moved; undefined when replication was ended. */
export async function read(
  { id, inputs, state }: ReadRequest,
  context: OperationContext,
): Promise<ReadState | undefined> {
  if (inputs === undefined) return importItem(id, context);
  const [kind] = kindsGiven(inputs);
  if (kind === undefined) return importItem(id, context);
  const source = kind.sourceOf(inputs);
  const item = await findItem(
    context,
    idsOf(id, state ?? inputs),
    (each) => source !== undefined && kind.protects(each, source),
  );
  if (item === undefined) return undefined;
  const applied = appliedInputs(state ?? {}, inputs);
  // What an item shows while it is enabled, fails over or replicates back says nothing about the settings of the way forth.
  if (phaseOf(item) !== "protected" || isBackward(item, kind, inputs)) {
    return { ...stateOf(id, applied, item), inputs };
  }
  const policyId = textIn(item.properties, "policyId");
  const now = (given: PropertyMap): PropertyMap => ({
    ...given,
    ...(policyId === undefined ? {} : { policyId: kept(given["policyId"], policyId) }),
    [kind.input]: kind.shown(givenFor(kind, given), item),
  });
  return { ...stateOf(id, now(applied), item), inputs: now(inputs) };
}

/** An item that was not made here: what it shows of what a program would give. */
async function importItem(id: string, context: OperationContext): Promise<ReadState | undefined> {
  const item = await itemAt(context, id);
  if (item === undefined) return undefined;
  const kind = kinds.find(({ instanceType }) => instanceType === item.instanceType);
  if (kind === undefined) {
    throw new AzureError(
      "ReplicationProviderNotSupported",
      `${id} replicates by ${item.instanceType || "an unknown provider"}; this resource knows ${kinds.map(({ instanceType }) => instanceType).join(", ")}.`,
    );
  }
  const inputs: PropertyMap = {
    protectionContainerId: parentId(id),
    name: id.split("/").at(-1) ?? "",
    ...optionalText("policyId", item),
    ...optionalText("protectableItemId", item),
    [kind.input]: importedInputs(kind, item),
  };
  return { ...stateOf(id, inputs, item), inputs };
}

function optionalText(name: string, { properties }: ProtectedItem): PropertyMap {
  const value = textIn(properties, name);
  return value === undefined ? {} : { [name]: value };
}

function kept(given: PropertyValue | undefined, shown: string): PropertyValue {
  return isSame(given, shown) ? (stringOf(given) ?? shown) : shown;
}
