import { SiteRecoveryManagementClient } from "@azure/arm-recoveryservices-siterecovery";
import { ClientSecretCredential } from "@azure/identity";
import { readFileSync } from "node:fs";
import { ArmClient } from "../../azure/arm-client";
import type { AzureConnection } from "../../azure/connection";
import type { Simulator } from "../../simulator/server";

/** A connection to a simulator in this process: its certificate is trusted here and nowhere else. */
export function simulatedConnection(simulator: Simulator): AzureConnection {
  const { endpoint, subscriptionId, tenantId, clientId, clientSecret } = simulator;
  const tlsOptions = { ca: readFileSync(simulator.certificateFile, "utf8") };
  const credential = new ClientSecretCredential(tenantId, clientId, clientSecret, {
    authorityHost: endpoint,
    disableInstanceDiscovery: true,
    tlsOptions,
  });
  const scope = `${endpoint}/.default`;
  const common = {
    endpoint,
    tlsOptions,
    credentialScopes: [scope],
    retryOptions: { maxRetries: 3, retryDelayInMs: 1 },
  };
  return {
    cloud: { name: "custom", endpoint, authorityHost: endpoint, scope, custom: true },
    credential,
    subscriptionId,
    arm: new ArmClient(endpoint, { ...common, credential }),
    siteRecovery: (subscription) =>
      new SiteRecoveryManagementClient(credential, subscription, { ...common, $host: endpoint }),
  };
}
