import { protectionContainer } from "./protection-container/protection-container";
import { replicationFabric } from "./replication-fabric/replication-fabric";
import type { ResourceDefinition } from "./resource-definition";

/** Every resource of the plugin. */
export const definitions: readonly ResourceDefinition[] = [replicationFabric, protectionContainer];
