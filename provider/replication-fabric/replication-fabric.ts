import type { Fabric, FabricSpecificCreationInputUnion } from "@azure/arm-recoveryservices-siterecovery";
import { isAbsent } from "../../azure/azure-error";
import { waitForOperation } from "../../azure/long-running-operation";
import { isSame, isSameLocation } from "../../plugin-protocol/equality";
import { stringOf, UnknownValue, type PropertyMap } from "../../plugin-protocol/property-value";
import { createOrAdopt } from "../create-or-adopt";
import { definedOnly, refreshedInputs, requiredText } from "../input-values";
import type { OperationContext, ResourceDefinition, ResourceState } from "../resource-definition";
import { namesIn, parentId, unlessAbsent, vaultScope } from "../vault-scope";
import { fabricInputs, fabricOutputs, kindOf, registeredKinds } from "./fabric-properties";

/** A fabric with the containers that came with it. */
interface FoundFabric {
  readonly fabric: Fabric;
  readonly containerIds: readonly string[];
}

/** Site Recovery's view of a region or site. */
export const replicationFabric: ResourceDefinition = {
  name: "ReplicationFabric",
  description:
    "A fabric of Site Recovery: an Azure region (`Azure`) or a Hyper-V site (`HyperVSite`), which are created; or " +
    "what comes into a vault when a server or an appliance registers (`VMM`, `VMware`, `InMageRcm`, `VMwareV2`), " +
    "which is taken over by its name.\n\n" +
    "Deleting removes it gracefully (`POST …/remove`): Azure refuses while machines or mappings are in it. It is " +
    "never purged. A registered fabric is left in the vault, because only its server or appliance can unregister it.",
  inputs: fabricInputs,
  outputs: fabricOutputs,

  check(inputs) {
    const kind = stringOf(inputs["kind"]);
    const { location } = inputs;
    if (kind === "Azure" && location === undefined) {
      const reason = "location is required for a fabric of the kind Azure: the region that it stands for.";
      return { problems: [{ property: "location", reason }] };
    }
    if (
      kind !== undefined &&
      kind !== "Azure" &&
      location !== undefined &&
      !(location instanceof UnknownValue)
    ) {
      const reason = `A fabric of the kind ${kind} has no location: leave it out.`;
      return { problems: [{ property: "location", reason }] };
    }
    return { problems: [] };
  },

  create({ inputs }, context) {
    const id = `${requiredText(inputs, "vaultId")}/replicationFabrics/${requiredText(inputs, "name")}`;
    const kind = requiredText(inputs, "kind");
    return createOrAdopt({
      id,
      inputs,
      find: () => find(id, context),
      difference: (found) => differenceOf(inputs, propertiesOf(id, found)),
      put: () => put(id, kind, inputs, context),
      state: (found) => stateOf(id, inputs, found),
    });
  },

  async read({ id, inputs }, context) {
    const found = await find(id, context);
    if (found === undefined) return undefined;
    const actual = propertiesOf(id, found);
    const now = inputs === undefined ? actual : refreshedInputs(inputs, actual);
    return { ...stateOf(id, now, found), inputs: now };
  },

  async delete({ id, state }, context) {
    const kind = stringOf(state["kind"]);
    if (kind !== undefined && registeredKinds.includes(kind)) {
      context.warn(
        `${id} stays in the vault: a fabric of the kind ${kind} goes when its server or appliance is unregistered.`,
      );
      return;
    }
    const { client, vault } = vaultScope(context.connection, id);
    const [name] = namesIn(id, "replicationFabrics");
    await waitForOperation(
      (options) => client.replicationFabrics.beginDelete(...vault, name, options),
      context.signal,
    ).catch((error: unknown) => {
      if (!isAbsent(error)) throw error;
    });
  },
};

async function find(id: string, context: OperationContext): Promise<FoundFabric | undefined> {
  const { client, vault } = vaultScope(context.connection, id);
  const [name] = namesIn(id, "replicationFabrics");
  const abortSignal = context.signal;
  const fabric = await unlessAbsent(client.replicationFabrics.get(...vault, name, { abortSignal }));
  if (fabric === undefined) return undefined;
  const containerIds: string[] = [];
  // The containers of a region are created by hand later; those of a site come with it and belong to it.
  if (kindOf(fabric) !== "Azure") {
    const containers = client.replicationProtectionContainers.listByReplicationFabrics(...vault, name, {
      abortSignal,
    });
    for await (const container of containers) {
      if (container.name) containerIds.push(`${id}/replicationProtectionContainers/${container.name}`);
    }
  }
  return { fabric, containerIds: containerIds.sort() };
}

async function put(
  id: string,
  kind: string,
  inputs: PropertyMap,
  context: OperationContext,
): Promise<unknown> {
  if (registeredKinds.includes(kind)) {
    throw new Error(
      `There is no fabric ${id}. One of the kind ${kind} cannot be created: it comes into the vault when its server ` +
        "or appliance registers. Register it first, or mend the name.",
    );
  }
  const { client, vault } = vaultScope(context.connection, id);
  const [name] = namesIn(id, "replicationFabrics");
  const customDetails =
    kind === "Azure"
      ? { instanceType: "Azure" as const, location: requiredText(inputs, "location") }
      : // The SDK has no class for a site's input, which is its type alone.
        ({ instanceType: kind } as unknown as FabricSpecificCreationInputUnion);
  context.status("Creating the fabric");
  return waitForOperation(
    (options) =>
      client.replicationFabrics.beginCreate(...vault, name, { properties: { customDetails } }, options),
    context.signal,
  );
}

function propertiesOf(id: string, { fabric }: FoundFabric): PropertyMap {
  const [name] = namesIn(id, "replicationFabrics");
  const details = fabric.properties?.customDetails;
  return definedOnly({
    vaultId: parentId(id),
    name,
    kind: kindOf(fabric),
    location: details !== undefined && "location" in details ? details.location : undefined,
  });
}

function stateOf(id: string, inputs: PropertyMap, { fabric, containerIds }: FoundFabric): ResourceState {
  const { friendlyName, internalIdentifier } = fabric.properties ?? {};
  return { id, outputs: { ...definedOnly({ friendlyName, internalIdentifier }), containerIds, ...inputs } };
}

function differenceOf(wanted: PropertyMap, actual: PropertyMap): string | undefined {
  if (!isSame(wanted["kind"], actual["kind"])) {
    return `it is of the kind ${stringOf(actual["kind"])}, not ${stringOf(wanted["kind"])}`;
  }
  if (wanted["kind"] === "Azure" && !isSameLocation(wanted["location"], actual["location"])) {
    return `it stands for the region ${stringOf(actual["location"])}, not ${stringOf(wanted["location"])}`;
  }
  return undefined;
}
