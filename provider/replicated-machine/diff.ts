import { azureErrorOf } from "../../azure/azure-error";
import type { DiffResult, PropertyChange } from "../../plugin-protocol/diff-response";
import { rootOf } from "../../plugin-protocol/difference";
import { containsUnknown, isPropertyMap, type PropertyMap } from "../../plugin-protocol/property-value";
import { isEditionInput } from "../edition-input";
import type { DiffRequest, OperationContext } from "../resource-definition";
import { diffByDescription, withoutChanges } from "../shape/diff-by-description";
import { inputs as inputDescriptions, ownInputs } from "./inputs";
import { aligned } from "./keyed-list";
import { givenFor, kindsGiven } from "./kinds";
import type { MachineKind } from "./machine-kind";
import { replacementOf } from "./replacement";
import { situationOf, inWords, type Situation } from "./situation";
import { appliedInputs } from "./state";

/**
 * Compares with what is applied, and looks at the item: one that is failed over is neither replaced nor changed by an
 * ordinary update, and a warning says what was found and what would happen.
 */
export async function diff(
  { id, before: given, state, inputs }: DiffRequest,
  context: OperationContext,
): Promise<DiffResult> {
  const [kind] = kindsGiven(inputs);
  const applied = appliedInputs(state, given);
  const [kindBefore] = kindsGiven(applied);
  const before = kind ? inOrderOf(kind, applied, inputs) : applied;
  const difference = withoutChanges(diffByDescription(inputDescriptions, before, inputs), isEditionInput);
  if (kind === undefined || kindBefore === undefined) return difference;
  const { result, trusted } = replacementOf(kind, difference);
  const changed =
    kind === kindBefore
      ? result
      : { changes: result.changes, replaces: [...result.replaces, kind.input], deleteBeforeReplace: true };
  let situation: Situation | undefined;
  try {
    situation = await situationOf(context, id, kindBefore, state);
  } catch (error) {
    const { code, message } = azureErrorOf(error);
    context.warn(
      `What ${id} is doing could not be asked (${code}: ${message}); it is compared with its last known state.`,
    );
    return changed;
  }
  if (situation === undefined) {
    context.warn(
      `${id} is no longer there: replication was ended outside Pulumi. Run pulumi refresh; pulumi up then protects the machine again.`,
    );
    return changed;
  }
  if (trusted.length > 0 && kind === kindBefore) {
    context.warn(
      `Azure does not show ${trusted.join(", ")} of ${id}: it is taken for what replication was enabled with. ` +
        "Where that is wrong, pulumi up --replace enables it anew, which loses its recovery points.",
    );
  }
  return situation.isAway
    ? whileAway(situation, changed, inputs, context)
    : whileHere(situation, changed, context);
}

function whileHere(situation: Situation, result: DiffResult, context: OperationContext): DiffResult {
  if (result.replaces.length > 0) {
    context.warn(
      `${inWords(situation)} A change of ${result.replaces.join(", ")} needs re-protection: replication is disabled, its ` +
        "recovery points are lost, and the machine is enabled anew and replicates from the start.",
    );
  }
  if (situation.phase === "enabling-failed" && result.changes.size === 0) {
    context.warn(`${inWords(situation)} The update disables what is left and enables replication anew.`);
    return withChange(result, "waitFor");
  }
  return result;
}

function whileAway(
  situation: Situation,
  result: DiffResult,
  inputs: PropertyMap,
  context: OperationContext,
): DiffResult {
  const found = inWords(situation);
  const held = [...result.changes.keys()].filter((path) => !(rootOf(path) in ownInputs));
  const changes = new Map<string, PropertyChange>(
    [...result.changes].map(([path, { change }]) => [path, { change, replaces: false }]),
  );
  const kept = { changes, replaces: [], deleteBeforeReplace: false };
  const wantsBack = situation.phase === "awaits-reprotection" && inputs["reprotectWhenCommitted"] === true;
  const holding =
    held.length === 0
      ? "It is neither changed nor replaced."
      : `It is neither changed nor replaced: ${held.join(", ")} ${held.length === 1 ? "is" : "are"} held back until it replicates the way it was set up.`;
  context.warn(
    `${found} ${holding} ${wantsBack ? "The update makes it replicate back (reprotectWhenCommitted)." : nextStep(situation)}`.trim(),
  );
  return wantsBack ? withChange(kept, "reprotectWhenCommitted") : kept;
}

function nextStep({ phase }: Situation): string {
  switch (phase) {
    case "awaits-commit":
      return "Commit the failover, or fail over to another recovery point, first.";
    case "awaits-reprotection":
      return "Set reprotectWhenCommitted: true to make it replicate back with the next pulumi up.";
    case "awaits-failback":
      return "Fail it back and commit; reprotectWhenCommitted: true then makes it replicate again.";
    default:
      return "";
  }
}

function withChange(result: DiffResult, property: string): DiffResult {
  const changes = new Map(result.changes);
  if (!changes.has(property)) changes.set(property, { change: "update", replaces: false });
  return { ...result, changes };
}

/** What is applied, with lists whose order means nothing in the order of the program. */
function inOrderOf(kind: MachineKind, applied: PropertyMap, inputs: PropertyMap): PropertyMap {
  const nested = applied[kind.input];
  const wanted = inputs[kind.input];
  if (!isPropertyMap(nested) || !isPropertyMap(wanted) || containsUnknown(nested)) return applied;
  const given = givenFor(kind, inputs);
  const lists = Object.entries(kind.keyedLists).flatMap(([name, keys]) => {
    const list = aligned(nested[name], given[name], keys);
    return list === undefined ? [] : [[name, list] as const];
  });
  return { ...applied, [kind.input]: { ...nested, ...Object.fromEntries(lists) } };
}
