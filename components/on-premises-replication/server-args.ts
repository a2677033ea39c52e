import type * as pulumi from "@pulumi/pulumi";
import type { OnPremisesReplicationArgs } from "./on-premises-args";

/** What stands on premises and has registered in the vault. */
export interface RegisteredServerArgs<Machine> extends OnPremisesReplicationArgs<Machine> {
  /**
   * Id of the fabric that came into the vault when the appliance, configuration server or VMM server registered.
   * Without it the component gives instructions for the registration, and nothing is protected yet.
   */
  fabricId?: pulumi.Input<string>;
}

/** A replication appliance or a configuration server. */
export interface ProcessServerArgs<Machine> extends RegisteredServerArgs<Machine> {
  /** Id of the process server of machines that name none. */
  processServerId?: pulumi.Input<string>;
  /** Id of the account, on the appliance or configuration server, that installs the agent; no credential. */
  runAsAccountId?: pulumi.Input<string>;
  /** Classic: id of the master target server of machines that name none. */
  masterTargetId?: pulumi.Input<string>;
}
