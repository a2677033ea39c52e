import type { ProtectionContainerMapping } from "@azure/arm-recoveryservices-siterecovery";
import { isAbsent } from "../../azure/azure-error";
import { waitForOperation } from "../../azure/long-running-operation";
import { isSame } from "../../plugin-protocol/equality";
import { openSecrets, stringOf, UnknownValue, type PropertyMap } from "../../plugin-protocol/property-value";
import { createOrAdopt } from "../create-or-adopt";
import { definedOnly, objectIn, refreshedInputs, requiredText } from "../input-values";
import type { OperationContext, ResourceDefinition, ResourceState } from "../resource-definition";
import { namesIn, parentId, unlessAbsent, vaultScope } from "../vault-scope";
import { mappingInputs, mappingOutputs, microsoftAzure } from "./mapping-properties";

const segments = [
  "replicationFabrics",
  "replicationProtectionContainers",
  "replicationProtectionContainerMappings",
] as const;

/** A mapping of a container to its target by a policy. */
export const protectionContainerMapping: ResourceDefinition = {
  name: "ProtectionContainerMapping",
  description:
    "A mapping: the policy by which machines of a container are replicated, and the container they are replicated " +
    "to. Azure to Azure needs one in each direction: without the one back, machines cannot be protected again after " +
    "a failover.\n\n" +
    "The automatic update of the agent is changed in place (PATCH); everything else replaces. Deleting removes the " +
    "mapping gracefully (`POST …/remove`): Azure refuses while machines use it. azure-native updates by PUT and " +
    "purges.",
  inputs: mappingInputs,
  outputs: mappingOutputs,

  check(inputs) {
    const target = inputs["targetContainerId"];
    if (target instanceof UnknownValue) return { problems: [] };
    const text = stringOf(target) ?? microsoftAzure;
    const toAzure = text.toLowerCase() === microsoftAzure.toLowerCase();
    if (!toAzure && !/\/replicationProtectionContainers\/[^/]+$/i.test(text)) {
      const reason = `targetContainerId is "${text}": give the ARM id of a protection container, or "${microsoftAzure}".`;
      return { problems: [{ property: "targetContainerId", reason }] };
    }
    if (toAzure && inputs["agentUpdate"] !== undefined) {
      const reason =
        "agentUpdate is for Azure to Azure: give the recovery region's container as targetContainerId, or leave it out.";
      return { problems: [{ property: "agentUpdate", reason }] };
    }
    if (isSame(target, inputs["containerId"])) {
      const reason = "targetContainerId is the container itself: a mapping needs two containers.";
      return { problems: [{ property: "targetContainerId", reason }] };
    }
    return { problems: [] };
  },

  create({ inputs }, context) {
    const id = `${requiredText(inputs, "containerId")}/${segments[2]}/${requiredText(inputs, "name")}`;
    return createOrAdopt({
      id,
      inputs,
      find: () => find(id, context),
      difference: (found) => differenceOf(inputs, propertiesOf(id, found)),
      put: () => put(id, inputs, context),
      state: (found) => stateOf(id, inputs, found),
    });
  },

  async read({ id, inputs }, context) {
    const found = await find(id, context);
    if (found === undefined) return undefined;
    const actual = propertiesOf(id, found);
    const now = inputs === undefined ? actual : withAgentUpdate(refreshedInputs(inputs, actual), actual);
    return { ...stateOf(id, now, found), inputs: now };
  },

  async update({ id, inputs }, context) {
    const { client, vault } = vaultScope(context.connection, id);
    const body = { properties: { providerSpecificInput: agentUpdateInput(inputs) } };
    await waitForOperation(
      (options) =>
        client.replicationProtectionContainerMappings.beginUpdate(
          ...vault,
          ...namesIn(id, ...segments),
          body,
          options,
        ),
      context.signal,
    );
    const found = await find(id, context);
    if (found === undefined) throw new Error(`${id} is gone: run pulumi refresh, then pulumi up.`);
    return stateOf(id, inputs, found);
  },

  async delete({ id, state }, context) {
    const { client, vault } = vaultScope(context.connection, id);
    const instanceType = stringOf(state["instanceType"]);
    const body = {
      properties: instanceType === undefined ? {} : { providerSpecificInput: { instanceType } },
    };
    await waitForOperation(
      (options) =>
        client.replicationProtectionContainerMappings.beginDelete(
          ...vault,
          ...namesIn(id, ...segments),
          body,
          options,
        ),
      context.signal,
    ).catch((error: unknown) => {
      if (!isAbsent(error)) throw error;
    });
  },
};

function find(id: string, context: OperationContext): Promise<ProtectionContainerMapping | undefined> {
  const { client, vault } = vaultScope(context.connection, id);
  const abortSignal = context.signal;
  return unlessAbsent(
    client.replicationProtectionContainerMappings.get(...vault, ...namesIn(id, ...segments), { abortSignal }),
  );
}

async function put(id: string, inputs: PropertyMap, context: OperationContext): Promise<unknown> {
  const { client, vault } = vaultScope(context.connection, id);
  const targetProtectionContainerId = requiredText(inputs, "targetContainerId");
  const toAzure = targetProtectionContainerId.toLowerCase() === microsoftAzure.toLowerCase();
  const policyId = requiredText(inputs, "policyId");
  const azureToAzure = !toAzure && (await isAzureToAzure(id, policyId, context));
  const properties = {
    targetProtectionContainerId,
    policyId,
    ...(azureToAzure ? { providerSpecificInput: agentUpdateInput(inputs) } : {}),
  };
  return waitForOperation(
    (options) =>
      client.replicationProtectionContainerMappings.beginCreate(
        ...vault,
        ...namesIn(id, ...segments),
        { properties },
        options,
      ),
    context.signal,
  );
}

/** Two containers are of Azure regions or of clouds of VMM, which know no agent: the policy tells. */
async function isAzureToAzure(id: string, policyId: string, context: OperationContext): Promise<boolean> {
  const { client, vault } = vaultScope(context.connection, id);
  const name = policyId.slice(policyId.lastIndexOf("/") + 1);
  const abortSignal = context.signal;
  const policy = await unlessAbsent(client.replicationPolicies.get(...vault, name, { abortSignal }));
  // Where there is no such policy, creating the mapping says so.
  return (policy?.properties?.providerSpecificDetails?.instanceType ?? "A2A") === "A2A";
}

/**
 * All of the setting or none of it: with an account but without the update, Azure reports the mapping as unhealthy
 * (hashicorp/terraform-provider-azurerm#20304).
 */
function agentUpdateInput(inputs: PropertyMap) {
  const wanted = objectIn(inputs, "agentUpdate");
  if (wanted === undefined)
    return { instanceType: "A2A" as const, agentAutoUpdateStatus: "Disabled" as const };
  return {
    instanceType: "A2A" as const,
    agentAutoUpdateStatus: "Enabled" as const,
    automationAccountArmId: requiredText(wanted, "automationAccountId"),
    automationAccountAuthenticationType: requiredText(wanted, "authenticationType"),
  };
}

function propertiesOf(id: string, { properties }: ProtectionContainerMapping): PropertyMap {
  const details = properties?.providerSpecificDetails;
  const a2a = details !== undefined && "agentAutoUpdateStatus" in details ? details : undefined;
  const agentUpdate =
    a2a?.agentAutoUpdateStatus === "Enabled"
      ? definedOnly({
          automationAccountId: a2a.automationAccountArmId,
          authenticationType: a2a.automationAccountAuthenticationType,
        })
      : undefined;
  return definedOnly({
    containerId: parentId(id),
    name: namesIn(id, ...segments)[2],
    targetContainerId: properties?.targetProtectionContainerId,
    policyId: properties?.policyId,
    agentUpdate,
  });
}

/** What somebody switched on or off in the service, as inputs. */
function withAgentUpdate(inputs: PropertyMap, actual: PropertyMap): PropertyMap {
  const { agentUpdate, ...others } = inputs;
  const now = actual["agentUpdate"];
  if (now === undefined) return others;
  return {
    ...others,
    agentUpdate: isSame(agentUpdate, now) && agentUpdate !== undefined ? agentUpdate : now,
  };
}

function stateOf(id: string, inputs: PropertyMap, { properties }: ProtectionContainerMapping): ResourceState {
  const added = definedOnly({
    instanceType: properties?.providerSpecificDetails?.instanceType,
    policyFriendlyName: properties?.policyFriendlyName,
  });
  return { id, outputs: { ...added, ...inputs } };
}

function differenceOf(wanted: PropertyMap, actual: PropertyMap): string | undefined {
  const open = openSecrets(wanted);
  if (!isSame(open["policyId"], actual["policyId"])) {
    return `it is by the policy ${stringOf(actual["policyId"])}`;
  }
  const [to, is] = [stringOf(open["targetContainerId"]), stringOf(actual["targetContainerId"])];
  if (to?.toLowerCase() !== is?.toLowerCase()) return `it leads to ${is}`;
  return isSame(open["agentUpdate"], actual["agentUpdate"])
    ? undefined
    : "its automatic update of the agent is another";
}
