import type * as pulumi from "@pulumi/pulumi";
import type { DocumentedLimitsArgs } from "../limits/documented-limits";
import type { RegistrationKeyArgs } from "./registration-key";

/** What every component takes that protects machines from outside Azure. */
export interface OnPremisesReplicationArgs<Machine> extends Omit<DocumentedLimitsArgs, "scenario"> {
  /** Id of the vault. */
  vaultId: pulumi.Input<string>;
  /** Id of the replication policy. */
  policyId: pulumi.Input<string>;
  /**
   * Id of the protection container that the machines are in. Default: the fabric's only one; a fabric with several
   * needs it named.
   */
  containerId?: pulumi.Input<string>;
  /** Name of the container's mapping. Default: `to-azure`. */
  mappingName?: pulumi.Input<string>;
  /** Id of the resource group after a failover of machines that name none. */
  recoveryResourceGroupId?: pulumi.Input<string>;
  /** Id of the network after a failover of machines that name none. */
  recoveryNetworkId?: pulumi.Input<string>;
  /** Id of the network for test failovers of machines that name none. */
  testFailoverNetworkId?: pulumi.Input<string>;
  /** Id of the cache storage account of machines that name none. */
  cacheStorageAccountId?: pulumi.Input<string>;
  /** SKU of the disks in Azure of machines that name none, such as `Premium_LRS`. */
  diskType?: pulumi.Input<string>;
  /** The key that servers and hosts register with. */
  registrationKey?: RegistrationKeyArgs;
  /** Machines by stable keys: adding one changes no other. */
  machines?: { [key: string]: Machine };
  /** True: everything but the machines. Default: false. */
  plumbingOnly?: boolean;
  /** Keeps the aliases that azure-native adds for its other API versions. Default: false. */
  keepVersionAliases?: boolean;
}
