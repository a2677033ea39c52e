import { azureErrorOf } from "../../azure/azure-error";
import { isSame } from "../../plugin-protocol/equality";
import { PartialFailure } from "../../plugin-protocol/partial-failure";
import type { PropertyMap } from "../../plugin-protocol/property-value";
import type { OperationContext, ResourceState, UpdateRequest } from "../resource-definition";
import { bringUp, gone } from "./create";
import { clearFailed, enable } from "./enable";
import { ownInputs } from "./inputs";
import { givenFor, kindOf } from "./kinds";
import { withoutLaterSettings } from "./later-settings";
import type { MachineKind } from "./machine-kind";
import { reprotect } from "./reprotect";
import { inWords, situationOf, type Situation } from "./situation";
import { appliedInputs, stateOf } from "./state";

/**
 * Applies what changed. A machine that has failed over keeps what it has: the changes are held back, unless it is to
 * replicate back and can.
 *
 * @throws AzureError when the machine is gone, or the service refuses.
 */
export async function update(request: UpdateRequest, context: OperationContext): Promise<ResourceState> {
  const { id, before, state, inputs } = request;
  const kind = kindOf(inputs);
  const applied = appliedInputs(state, before);
  const situation = await situationOf(context, id, kind, { ...applied, ...state });
  if (situation === undefined) throw gone(id);
  if (situation.isAway) return whileAway(context, request, situation, applied);
  const { item, phase } = situation;
  try {
    if (phase === "enabling-failed") {
      await clearFailed(context, item.id);
      await enable(context, item.id, kind, inputs, () => undefined);
    }
    const wasEnabledAnew = phase === "enabling-failed";
    const done = await bringUp(context, item.id, {
      kind,
      inputs,
      before: wasEnabledAnew ? withoutLaterSettings(kind, inputs) : applied,
    });
    if (done.applied === inputs) warnOfKept(context, kind, applied, inputs);
    else if (!isSame(applied[kind.input], inputs[kind.input])) {
      context.warn(
        `${inWords({ ...situation, item: done.item })} Settings follow with the next pulumi up after it is protected.`,
      );
    }
    return stateOf(id, { ...done.applied, ...ownOf(inputs) }, done.item);
  } catch (error) {
    // What was applied before is still so; the next update compares with it.
    const failed = azureErrorOf(error);
    throw new PartialFailure(failed.message, { id, outputs: { ...state, ...ownOf(inputs) } }, inputs, {
      cause: error,
    });
  }
}

async function whileAway(
  context: OperationContext,
  { id, inputs }: UpdateRequest,
  situation: Situation,
  applied: PropertyMap,
): Promise<ResourceState> {
  const kind = kindOf(inputs);
  const now = { ...applied, ...ownOf(inputs), ...reprotectionOf(kind, applied, inputs) };
  if (situation.phase === "awaits-reprotection" && inputs["reprotectWhenCommitted"] === true) {
    return stateOf(id, now, await reprotect(context, situation.item, kind, inputs));
  }
  if (!isSame(now, { ...inputs })) {
    context.warn(`${inWords(situation)} It is left as it is; what changed in the program is held back.`);
  }
  return stateOf(id, now, situation.item);
}

/** How to replicate back is a matter of the program alone, and needed when nothing else can change. */
function reprotectionOf(kind: MachineKind, applied: PropertyMap, inputs: PropertyMap): PropertyMap {
  const how = givenFor(kind, inputs)["reprotection"];
  const { reprotection: _reprotection, ...nested } = givenFor(kind, applied);
  return { [kind.input]: how === undefined ? nested : { ...nested, reprotection: how } };
}

function ownOf(inputs: PropertyMap): PropertyMap {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => name in ownInputs));
}

/** What the program no longer says keeps its value in Azure: the service has no way to take it back. */
function warnOfKept(
  context: OperationContext,
  kind: MachineKind,
  applied: PropertyMap,
  inputs: PropertyMap,
): void {
  const now = givenFor(kind, inputs);
  const kept = Object.keys(givenFor(kind, applied)).filter(
    (name) => now[name] === undefined && kind.settings[name] !== undefined,
  );
  if (kept.length === 0) return;
  context.warn(
    `${kept.map((name) => `${kind.input}.${name}`).join(", ")}: no longer in the program; Azure keeps the last value, because an update cannot take it back.`,
  );
}
