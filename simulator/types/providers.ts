import { authorizationProvider } from "./authorization/provider";
import { computeProvider } from "./compute/provider";
import { insightsProvider } from "./insights/provider";
import { managedIdentityProvider } from "./managed-identity/user-assigned-identity";
import { networkProvider } from "./network/provider";
import { offAzureProvider } from "./off-azure/provider";
import { operationalInsightsProvider } from "./operational-insights/workspace";
import { recoveryServicesProvider } from "./recovery-services/provider";
import type { ResourceProvider } from "./resource-type";
import { resourceGraphProvider } from "./resource-graph/provider";
import { resourcesProvider } from "./resources/provider";
import { storageProvider } from "./storage/provider";

/** Every resource provider the simulator models. A new type is one file and one line in its provider. */
export const modelledProviders: readonly ResourceProvider[] = [
  resourcesProvider,
  recoveryServicesProvider,
  storageProvider,
  networkProvider,
  authorizationProvider,
  managedIdentityProvider,
  operationalInsightsProvider,
  insightsProvider,
  computeProvider,
  offAzureProvider,
  resourceGraphProvider,
];
