import type { ResourceProvider } from "../resource-type";
import { checkNameAvailability, storageAccount } from "./storage-account";

export const storageProvider: ResourceProvider = {
  namespace: "Microsoft.Storage",
  types: [storageAccount],
  actions: { checknameavailability: checkNameAvailability },
};
