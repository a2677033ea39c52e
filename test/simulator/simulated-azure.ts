import { ResourceManagementClient } from "@azure/arm-resources";
import { RecoveryServicesClient } from "@azure/arm-recoveryservices";
import { SiteRecoveryManagementClient } from "@azure/arm-recoveryservices-siterecovery";
import { StorageManagementClient } from "@azure/arm-storage";
import { NetworkManagementClient } from "@azure/arm-network";
import { ClientSecretCredential } from "@azure/identity";
import { readFileSync } from "node:fs";
import { startSimulator, type Simulator, type SimulatorOptions } from "../../simulator/server";

/** A simulator with Azure's own clients signed in to it. */
export interface SimulatedAzure {
  readonly simulator: Simulator;
  readonly resources: ResourceManagementClient;
  readonly vaults: RecoveryServicesClient;
  readonly siteRecovery: SiteRecoveryManagementClient;
  readonly storage: StorageManagementClient;
  readonly network: NetworkManagementClient;
}

/** Starts a simulator and signs Azure's own clients in by client secret. */
export async function simulatedAzure(options: SimulatorOptions = {}): Promise<SimulatedAzure> {
  const faults: string[] = [];
  const simulator = await startSimulator({
    onFault: (fault) => {
      faults.push(String(fault));
      throw fault;
    },
    ...options,
  });
  const tlsOptions = { ca: readFileSync(simulator.certificateFile, "utf8") };
  const credential = new ClientSecretCredential(
    simulator.tenantId,
    simulator.clientId,
    simulator.clientSecret,
    {
      authorityHost: simulator.endpoint,
      disableInstanceDiscovery: true,
      tlsOptions,
    },
  );
  const { subscriptionId, endpoint } = simulator;
  const common = {
    endpoint,
    tlsOptions,
    credentialScopes: [`${endpoint}/.default`],
    credentials: { scopes: [`${endpoint}/.default`] },
  };
  return {
    simulator,
    resources: new ResourceManagementClient(credential, subscriptionId, common),
    vaults: new RecoveryServicesClient(credential, subscriptionId, common),
    siteRecovery: new SiteRecoveryManagementClient(credential, subscriptionId, common),
    storage: new StorageManagementClient(credential, subscriptionId, common),
    network: new NetworkManagementClient(credential, subscriptionId, common),
  };
}
