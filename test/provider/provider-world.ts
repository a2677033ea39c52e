import { azureSettings } from "../../azure/azure-settings";
import { connect, type AzureConnection } from "../../azure/connection";
import { EngineLog } from "../../plugin-protocol/engine-log";
import type { PropertyMap } from "../../plugin-protocol/property-value";
import type {
  OperationContext,
  ReadState,
  ResourceDefinition,
  ResourceState,
} from "../../provider/resource-definition";
import { described } from "../../provider/service/described-failure";
import { checkShape } from "../../provider/shape/check-shape";
import { startSimulator, type Simulator, type SimulatorOptions } from "../../simulator/server";
import { trust } from "../simulator/trust";

/** A simulator with a vault and a policy in it, and the plugin's own connection to it. */
export interface ProviderWorld {
  readonly simulator: Simulator;
  readonly connection: AzureConnection;
  readonly vaultId: string;
  readonly policyId: string;
  readonly warnings: readonly string[];
  verbs(definition: ResourceDefinition, signal?: AbortSignal): Verbs;
  close(): Promise<void>;
}

/** The verbs of a definition, with errors as the engine gets them. */
export interface Verbs {
  create(inputs: PropertyMap): Promise<ResourceState>;
  read(id: string, inputs?: PropertyMap): Promise<ReadState | undefined>;
  update(state: ResourceState, inputs: PropertyMap): Promise<ResourceState>;
  delete(state: ResourceState): Promise<void>;
}

export async function providerWorld(options: SimulatorOptions = {}): Promise<ProviderWorld> {
  const simulator = await startSimulator(options);
  const distrust = trust(simulator);
  const settings = azureSettings({}, simulator.environment());
  const connection = await connect(settings, "test", { retryDelayInMs: 1 });
  const groupId = `/subscriptions/${simulator.subscriptionId}/resourceGroups/rg`;
  const vaultId = `${groupId}/providers/Microsoft.RecoveryServices/vaults/vault`;
  const policyId = `${vaultId}/replicationPolicies/policy`;
  const put = async (id: string, apiVersion: string, body: unknown): Promise<void> => {
    await connection.arm.request("PUT", id, apiVersion, { body });
    simulator.clock.advance(600);
  };
  await put(groupId, "2024-03-01", { location: "westeurope" });
  await put(vaultId, "2024-10-01", { location: "westeurope", sku: { name: "Standard" }, properties: {} });
  const providerSpecificInput = {
    instanceType: "A2A",
    multiVmSyncStatus: "Enable",
    recoveryPointHistory: 1440,
    crashConsistentFrequencyInMinutes: 5,
    appConsistentFrequencyInMinutes: 240,
  };
  await put(policyId, "2024-10-01", { properties: { providerSpecificInput } });
  const warnings: string[] = [];
  return {
    simulator,
    connection,
    vaultId,
    policyId,
    warnings,
    verbs: (definition, signal) => providerVerbs(definition, connection, { signal, warnings }),
    close: () => {
      distrust();
      return simulator.close();
    },
  };
}

/** A definition's verbs by a connection. @param options a signal to end them, and where warnings go. */
export function providerVerbs(
  definition: ResourceDefinition,
  connection: AzureConnection,
  options: { readonly signal?: AbortSignal | undefined; readonly warnings?: string[] } = {},
): Verbs {
  const { signal = new AbortController().signal, warnings = [] } = options;
  return verbsOf(definition, contextOf(definition, connection, signal, warnings));
}

function contextOf(
  definition: ResourceDefinition,
  connection: AzureConnection,
  signal: AbortSignal,
  warnings: string[],
): OperationContext {
  return {
    urn: `urn:pulumi:dev::test::azure-siterecovery:index:${definition.name}::it`,
    connection,
    signal,
    log: new EngineLog(),
    status: () => undefined,
    warn: (message) => warnings.push(message),
  };
}

function verbsOf(definition: ResourceDefinition, context: OperationContext): Verbs {
  const { urn, signal } = context;
  const shaped = (given: PropertyMap): PropertyMap => {
    const { inputs, problems } = checkShape(given, definition.inputs);
    if (problems.length > 0) throw new Error(problems.map(({ reason }) => reason).join(" "));
    return inputs;
  };
  return {
    create: (inputs) =>
      described("create", urn, signal, () => definition.create({ inputs: shaped(inputs) }, context)),
    read: (id, inputs) =>
      described("read", urn, signal, () =>
        definition.read({ id, inputs: inputs && shaped(inputs), state: undefined }, context),
      ),
    update: ({ id, outputs }, inputs) =>
      described("update", urn, signal, () => {
        if (definition.update === undefined) throw new Error(`${definition.name} is never updated.`);
        return definition.update({ id, before: outputs, state: outputs, inputs: shaped(inputs) }, context);
      }),
    delete: ({ id, outputs }) =>
      described("delete", urn, signal, () =>
        definition.delete({ id, inputs: outputs, state: outputs }, context),
      ),
  };
}
