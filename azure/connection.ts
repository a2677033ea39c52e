import { SiteRecoveryManagementClient } from "@azure/arm-recoveryservices-siterecovery";
import type { HttpClient } from "@azure/core-rest-pipeline";
import type { TokenCredential } from "@azure/identity";
import { AzureError } from "./azure-error";
import { ArmClient } from "./arm-client";
import { variableOf, type AzureSettings } from "./azure-settings";
import { cloudOf, type Cloud } from "./cloud";
import { credentialFor } from "./credential";
import { throttlingPolicy } from "./throttling";
import { RenewableCredential, tokenRenewalPolicy } from "./token-renewal";

/** A way into one Azure cloud, for any of its subscriptions. */
export interface AzureConnection {
  readonly cloud: Cloud;
  readonly credential: TokenCredential;
  /** The subscription that things without an id of their own are in. */
  readonly subscriptionId: string | undefined;
  /** Any request to Azure Resource Manager that Site Recovery's client does not know. */
  readonly arm: ArmClient;
  /** Site Recovery in one subscription; asked twice, the same client. */
  siteRecovery(subscriptionId: string): SiteRecoveryManagementClient;
}

/** Attempts after the first, with jitter, honouring Retry-After: what the service documents for 429 and 5xx. */
const maxRetries = 6;

export interface ConnectOptions {
  /** Pause before the first retry where the service names none, doubled with jitter for each further one; default 1 s. */
  readonly retryDelayInMs?: number;
  /** What carries requests; default: Node's own https. */
  readonly httpClient?: HttpClient;
}

const defaultRetryDelayInMs = 1000;

/**
 * Connects: finds the cloud and prepares signing in. No token is asked for before the first request.
 *
 * @param product name and version for the user agent, e.g. `pulumi-azure-siterecovery/0.1.0`.
 * @throws AzureError when settings contradict or lack something.
 */
export async function connect(
  settings: AzureSettings,
  product: string,
  options: ConnectOptions = {},
): Promise<AzureConnection> {
  const cloud = await cloudOf(settings);
  const credential = new RenewableCredential(() => credentialFor(settings, cloud));
  const clients = new Map<string, SiteRecoveryManagementClient>();
  const { retryDelayInMs = defaultRetryDelayInMs } = options;
  const common = {
    endpoint: cloud.endpoint,
    credentialScopes: [cloud.scope],
    userAgentOptions: { userAgentPrefix: product },
    retryOptions: { maxRetries, retryDelayInMs },
    ...(options.httpClient === undefined ? {} : { httpClient: options.httpClient }),
    additionalPolicies: [
      { policy: throttlingPolicy(retryDelayInMs), position: "perRetry" as const },
      { policy: tokenRenewalPolicy(credential, cloud.scope), position: "perRetry" as const },
    ],
  };
  return {
    cloud,
    credential,
    subscriptionId: settings.subscriptionId,
    arm: new ArmClient(cloud.endpoint, { ...common, credential }),
    siteRecovery: (subscriptionId) => {
      const key = subscriptionId.toLowerCase();
      const client =
        clients.get(key) ??
        new SiteRecoveryManagementClient(credential, subscriptionId, { ...common, $host: cloud.endpoint });
      clients.set(key, client);
      return client;
    },
  };
}

/** @throws AzureError when no subscription is set. */
export function subscriptionOf(connection: AzureConnection): string {
  if (connection.subscriptionId !== undefined) return connection.subscriptionId;
  throw new AzureError(
    "SubscriptionMissing",
    `No subscription is set: give subscriptionId in the configuration or ${variableOf("subscriptionId")}.`,
  );
}
