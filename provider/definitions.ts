import { protectionContainerMapping } from "./container-mapping/container-mapping";
import { protectionContainer } from "./protection-container/protection-container";
import { recoveryPlan } from "./recovery-plan/recovery-plan";
import { replicatedMachine } from "./replicated-machine/replicated-machine";
import { replicationFabric } from "./replication-fabric/replication-fabric";
import type { ResourceDefinition } from "./resource-definition";
import { alertSetting } from "./vault-settings/alert-setting";
import { vaultRegistrationKey } from "./vault-registration-key/vault-registration-key";
import { vaultSetting } from "./vault-settings/vault-setting";

/** Every resource of the plugin. */
export const definitions: readonly ResourceDefinition[] = [
  replicationFabric,
  protectionContainer,
  protectionContainerMapping,
  replicatedMachine,
  recoveryPlan,
  alertSetting,
  vaultSetting,
  vaultRegistrationKey,
];
