import type { ResourceProvider } from "./resource-type";
import { networkProvider } from "./network/provider";
import { recoveryServicesProvider } from "./recovery-services/provider";
import { resourcesProvider } from "./resources/provider";
import { storageProvider } from "./storage/provider";

/** Every resource provider the simulator models. A new type is one file and one line in its provider. */
export const modelledProviders: readonly ResourceProvider[] = [
  resourcesProvider,
  recoveryServicesProvider,
  storageProvider,
  networkProvider,
];
