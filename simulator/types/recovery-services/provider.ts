import type { ResourceProvider } from "../resource-type";
import { replicationFabric } from "./replication-fabric";
import { replicationPolicy } from "./replication-policy";
import { vault } from "./vault";

export const recoveryServicesProvider: ResourceProvider = {
  namespace: "Microsoft.RecoveryServices",
  types: [vault, replicationFabric, replicationPolicy],
};
