import type { RecoveryPlan, RecoveryPlanA2ADetails } from "@azure/arm-recoveryservices-siterecovery";
import { isAbsent } from "../../azure/azure-error";
import { waitForOperation } from "../../azure/long-running-operation";
import { rootOf } from "../../plugin-protocol/difference";
import { isSame } from "../../plugin-protocol/equality";
import { openSecrets, stringOf, type PropertyMap } from "../../plugin-protocol/property-value";
import { createOrAdopt } from "../create-or-adopt";
import { editionOf, isEditionInput } from "../edition-input";
import { definedOnly, objectIn, refreshedInputs, requiredText } from "../input-values";
import type { OperationContext, ResourceDefinition, ResourceState } from "../resource-definition";
import { diffByDescription, withoutChanges } from "../shape/diff-by-description";
import { namesIn, parentId, unlessAbsent, vaultScope } from "../vault-scope";
import { planProblems } from "./plan-checks";
import { readGroups, sameGroups, sentGroups } from "./plan-groups";
import { planLimits } from "./plan-limits";
import { planInputs, planOutputs } from "./plan-properties";

const segment = "replicationRecoveryPlans";

/** A recovery plan. */
export const recoveryPlan: ResourceDefinition = {
  name: "RecoveryPlan",
  description:
    "A recovery plan: groups of replicated machines that fail over together, in order, with actions before and after " +
    "each group. Groups and actions keep their order, actions their failover types and directions.\n\n" +
    "Groups are changed in place (PATCH); everything else replaces. Deleting the plan leaves the machines as they are.",
  inputs: planInputs,
  outputs: planOutputs,

  check(inputs, context) {
    const problems = planProblems(inputs);
    return problems.length > 0 ? { problems } : planLimits(inputs, { edition: editionOf(inputs, context) });
  },

  diff({ before, inputs }) {
    const same = sameGroups(before["groups"], inputs["groups"]);
    const diff = diffByDescription(planInputs, before, inputs);
    return Promise.resolve(
      withoutChanges(diff, (path) => isEditionInput(path) || (same && rootOf(path) === "groups")),
    );
  },

  create({ inputs }, context) {
    const id = `${requiredText(inputs, "vaultId")}/${segment}/${requiredText(inputs, "name")}`;
    return createOrAdopt({
      id,
      inputs,
      find: () => find(id, context),
      difference: (found) => differenceOf(inputs, propertiesOf(id, found, inputs)),
      put: () => put(id, inputs, context),
      state: (found) => stateOf(id, inputs, found),
    });
  },

  async read({ id, inputs }, context) {
    const found = await find(id, context);
    if (found === undefined) return undefined;
    const actual = propertiesOf(id, found, inputs);
    if (inputs === undefined) return { ...stateOf(id, actual, found), inputs: actual };
    const groups = sameGroups(inputs["groups"], actual["groups"]) ? inputs["groups"] : actual["groups"];
    const now = definedOnly({ ...refreshedInputs(inputs, actual), groups });
    return { ...stateOf(id, now, found), inputs: now };
  },

  async update({ id, inputs }, context) {
    const { client, vault } = vaultScope(context.connection, id);
    const [name] = namesIn(id, segment);
    const body = { properties: { groups: sentGroups(inputs["groups"]) } };
    await waitForOperation(
      (options) => client.replicationRecoveryPlans.beginUpdate(...vault, name, body, options),
      context.signal,
    );
    const found = await find(id, context);
    if (found === undefined) throw new Error(`${id} is gone: run pulumi refresh, then pulumi up.`);
    return stateOf(id, inputs, found);
  },

  async delete({ id }, context) {
    const { client, vault } = vaultScope(context.connection, id);
    const [name] = namesIn(id, segment);
    await waitForOperation(
      (options) => client.replicationRecoveryPlans.beginDelete(...vault, name, options),
      context.signal,
    ).catch((error: unknown) => {
      if (!isAbsent(error)) throw error;
    });
  },
};

function find(id: string, context: OperationContext): Promise<RecoveryPlan | undefined> {
  const { client, vault } = vaultScope(context.connection, id);
  const [name] = namesIn(id, segment);
  return unlessAbsent(client.replicationRecoveryPlans.get(...vault, name, { abortSignal: context.signal }));
}

function put(id: string, inputs: PropertyMap, context: OperationContext): Promise<unknown> {
  const { client, vault } = vaultScope(context.connection, id);
  const [name] = namesIn(id, segment);
  const zones = objectIn(inputs, "zones");
  const properties = {
    primaryFabricId: requiredText(inputs, "primaryFabricId"),
    recoveryFabricId: requiredText(inputs, "recoveryFabricId"),
    failoverDeploymentModel: requiredText(inputs, "failoverDeploymentModel"),
    groups: sentGroups(inputs["groups"]),
    ...(zones === undefined
      ? {}
      : {
          providerSpecificInput: [
            {
              instanceType: "A2A" as const,
              primaryZone: requiredText(zones, "primaryZone"),
              recoveryZone: requiredText(zones, "recoveryZone"),
            },
          ],
        }),
  };
  return waitForOperation(
    (options) => client.replicationRecoveryPlans.beginCreate(...vault, name, { properties }, options),
    context.signal,
  );
}

function propertiesOf(id: string, { properties }: RecoveryPlan, given: PropertyMap | undefined): PropertyMap {
  const a2a = (properties?.providerSpecificDetails ?? []).find(
    (details): details is RecoveryPlanA2ADetails => "primaryZone" in details,
  );
  return definedOnly({
    vaultId: parentId(id),
    name: namesIn(id, segment)[0],
    primaryFabricId: properties?.primaryFabricId,
    recoveryFabricId: properties?.recoveryFabricId,
    failoverDeploymentModel: properties?.failoverDeploymentModel,
    zones:
      a2a?.primaryZone === undefined || a2a.recoveryZone === undefined
        ? undefined
        : { primaryZone: a2a.primaryZone, recoveryZone: a2a.recoveryZone },
    groups: readGroups(properties?.groups ?? [], given?.["groups"]),
  });
}

function stateOf(id: string, inputs: PropertyMap, { properties }: RecoveryPlan): ResourceState {
  const { friendlyName, primaryFabricFriendlyName, recoveryFabricFriendlyName } = properties ?? {};
  const added = definedOnly({ friendlyName, primaryFabricFriendlyName, recoveryFabricFriendlyName });
  return { id, outputs: { ...added, ...inputs } };
}

function differenceOf(wanted: PropertyMap, actual: PropertyMap): string | undefined {
  const open = openSecrets(wanted);
  for (const side of ["primaryFabricId", "recoveryFabricId"]) {
    if (!isSame(open[side], actual[side])) return `its ${side} is ${stringOf(actual[side])}`;
  }
  if (!isSame(open["zones"], actual["zones"])) return "its zones are others";
  return sameGroups(open["groups"], actual["groups"]) ? undefined : "its groups are others";
}
