import type { ResourceProvider } from "../resource-type";
import { blobContainer, blobService, managementPolicy } from "./blob-service";
import { checkNameAvailability, storageAccount } from "./storage-account";

export const storageProvider: ResourceProvider = {
  namespace: "Microsoft.Storage",
  types: [storageAccount, blobService, blobContainer, managementPolicy],
  actions: { checknameavailability: checkNameAvailability },
};
