import type { ProtectionContainer } from "@azure/arm-recoveryservices-siterecovery";
import { isAbsent } from "../../azure/azure-error";
import { waitForOperation } from "../../azure/long-running-operation";
import { stringOf, type PropertyMap } from "../../plugin-protocol/property-value";
import { createOrAdopt } from "../create-or-adopt";
import { definedOnly, refreshedInputs, requiredText } from "../input-values";
import type { OperationContext, ResourceDefinition, ResourceState } from "../resource-definition";
import { namesIn, parentId, unlessAbsent, vaultScope } from "../vault-scope";

const segments = ["replicationFabrics", "replicationProtectionContainers"] as const;

/** A protection container. */
export const protectionContainer: ResourceDefinition = {
  name: "ProtectionContainer",
  description:
    "A protection container: what machines are protected in. In a fabric of the kind `Azure` it is created; the " +
    "containers of a site come with it and are taken over by name.\n\n" +
    "azure-native has no such resource. Deleting removes the container gracefully (`POST …/remove`): Azure refuses " +
    "while machines or mappings are in it. A container that came with a site is left to it.",
  inputs: {
    fabricId: {
      type: "string",
      format: "arm-id",
      required: true,
      replaces: true,
      description: "ARM id of the fabric.",
    },
    name: { type: "string", required: true, replaces: true, description: "Name of the container." },
  },
  outputs: {
    friendlyName: { type: "string", stable: true, description: "Name that the portal shows." },
    fabricType: {
      type: "string",
      stable: true,
      description: "Kind of the fabric, as the service's `fabricType` spells it.",
    },
  },

  create({ inputs }, context) {
    const id = `${requiredText(inputs, "fabricId")}/${segments[1]}/${requiredText(inputs, "name")}`;
    return createOrAdopt({
      id,
      inputs,
      find: () => find(id, context),
      // Its name is all there is to a container.
      difference: () => undefined,
      put: () => put(id, context),
      state: (found) => stateOf(id, inputs, found),
    });
  },

  async read({ id, inputs }, context) {
    const found = await find(id, context);
    if (found === undefined) return undefined;
    const actual = { fabricId: parentId(id), name: namesIn(id, ...segments)[1] };
    const now = inputs === undefined ? actual : refreshedInputs(inputs, actual);
    return { ...stateOf(id, now, found), inputs: now };
  },

  async delete({ id, state }, context) {
    const fabricType = stringOf(state["fabricType"]);
    if (fabricType !== undefined && fabricType !== "Azure") {
      context.warn(`${id} stays: a container of the kind ${fabricType} goes with its site.`);
      return;
    }
    const { client, vault } = vaultScope(context.connection, id);
    const names = namesIn(id, ...segments);
    await waitForOperation(
      (options) => client.replicationProtectionContainers.beginDelete(...vault, ...names, options),
      context.signal,
    ).catch((error: unknown) => {
      if (!isAbsent(error)) throw error;
    });
  },
};

function find(id: string, context: OperationContext): Promise<ProtectionContainer | undefined> {
  const { client, vault } = vaultScope(context.connection, id);
  const abortSignal = context.signal;
  return unlessAbsent(
    client.replicationProtectionContainers.get(...vault, ...namesIn(id, ...segments), { abortSignal }),
  );
}

function put(id: string, context: OperationContext): Promise<unknown> {
  const { client, vault } = vaultScope(context.connection, id);
  const input = { properties: { providerSpecificInput: [{ instanceType: "A2A" as const }] } };
  return waitForOperation(
    (options) =>
      client.replicationProtectionContainers.beginCreate(
        ...vault,
        ...namesIn(id, ...segments),
        input,
        options,
      ),
    context.signal,
  );
}

function stateOf(id: string, inputs: PropertyMap, { properties }: ProtectionContainer): ResourceState {
  const { friendlyName, fabricType } = properties ?? {};
  return { id, outputs: { ...definedOnly({ friendlyName, fabricType }), ...inputs } };
}
