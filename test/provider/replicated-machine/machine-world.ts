import { SiteRecoveryManagementClient } from "@azure/arm-recoveryservices-siterecovery";
import { ClientSecretCredential } from "@azure/identity";
import { readFileSync } from "node:fs";
import { ArmClient } from "../../../azure/arm-client";
import { RenewableCredential, tokenRenewalPolicy } from "../../../azure/token-renewal";
import type { AzureConnection } from "../../../azure/connection";
import { EngineLog } from "../../../plugin-protocol/engine-log";
import type { PropertyMap } from "../../../plugin-protocol/property-value";
import { replicatedMachine } from "../../../provider/replicated-machine/replicated-machine";
import type { OperationContext, ReadState, ResourceState } from "../../../provider/resource-definition";
import { checkShape } from "../../../provider/shape/check-shape";
import type { Simulator } from "../../../simulator/server";

/** What the resource told its user. */
export interface Told {
  readonly statuses: string[];
  readonly warnings: string[];
}

/** The resource's verbs against a simulator, as the engine calls them. */
export interface MachineVerbs {
  readonly told: Told;
  readonly context: OperationContext;
  /** Checks the inputs' shape and fills in defaults. */
  shaped(inputs: PropertyMap): PropertyMap;
  create(inputs: PropertyMap): Promise<ResourceState>;
  diff(
    state: ResourceState,
    inputs: PropertyMap,
    before?: PropertyMap,
  ): ReturnType<NonNullable<typeof replicatedMachine.diff>>;
  update(state: ResourceState, inputs: PropertyMap, before?: PropertyMap): Promise<ResourceState>;
  read(state: ResourceState, inputs: PropertyMap): Promise<ReadState | undefined>;
  importById(id: string): Promise<ReadState | undefined>;
  delete(state: ResourceState, inputs: PropertyMap): Promise<void>;
}

/** Signs Azure's own client in to a simulator. */
export function connectionTo(simulator: Simulator): AzureConnection {
  const tlsOptions = { ca: readFileSync(simulator.certificateFile, "utf8") };
  const { endpoint } = simulator;
  const credential = new RenewableCredential(
    () =>
      new ClientSecretCredential(simulator.tenantId, simulator.clientId, simulator.clientSecret, {
        authorityHost: endpoint,
        disableInstanceDiscovery: true,
        tlsOptions,
      }),
  );
  const options = {
    endpoint,
    credentialScopes: [`${endpoint}/.default`],
    tlsOptions,
    retryOptions: { retryDelayInMs: 1, maxRetries: 6 },
    additionalPolicies: [
      { policy: tokenRenewalPolicy(credential, `${endpoint}/.default`), position: "perRetry" as const },
    ],
  };
  const clients = new Map<string, SiteRecoveryManagementClient>();
  return {
    cloud: { name: "custom", endpoint, authorityHost: endpoint, scope: `${endpoint}/.default`, custom: true },
    credential,
    subscriptionId: simulator.subscriptionId,
    arm: new ArmClient(endpoint, { ...options, credential }),
    siteRecovery: (subscriptionId) => {
      const client =
        clients.get(subscriptionId) ??
        new SiteRecoveryManagementClient(credential, subscriptionId, { ...options, $host: endpoint });
      clients.set(subscriptionId, client);
      return client;
    },
  };
}

export function machineVerbs(simulator: Simulator, signal = new AbortController().signal): MachineVerbs {
  const told: Told = { statuses: [], warnings: [] };
  const context: OperationContext = {
    urn: "urn:pulumi:dev::test::azure-siterecovery:index:ReplicatedMachine::vm1",
    connection: connectionTo(simulator),
    signal,
    log: new EngineLog(),
    status: (message) => told.statuses.push(message),
    warn: (message) => told.warnings.push(message),
  };
  const shaped = (inputs: PropertyMap): PropertyMap => {
    const { inputs: complete, problems } = checkShape(inputs, replicatedMachine.inputs);
    if (problems.length > 0) throw new Error(problems.map(({ reason }) => reason).join(" "));
    return complete;
  };
  const machine = replicatedMachine as Required<typeof replicatedMachine>;
  return {
    told,
    context,
    shaped,
    create: (inputs) => machine.create({ inputs: shaped(inputs) }, context),
    diff: ({ id, outputs }, inputs, before = inputs) =>
      machine.diff({ id, before: shaped(before), state: outputs, inputs: shaped(inputs) }, context),
    update: ({ id, outputs }, inputs, before = inputs) =>
      machine.update({ id, before: shaped(before), state: outputs, inputs: shaped(inputs) }, context),
    read: ({ id, outputs }, inputs) => machine.read({ id, inputs: shaped(inputs), state: outputs }, context),
    importById: (id) => machine.read({ id, inputs: undefined, state: undefined }, context),
    delete: ({ id, outputs }, inputs) =>
      machine.delete({ id, inputs: shaped(inputs), state: outputs }, context),
  };
}
