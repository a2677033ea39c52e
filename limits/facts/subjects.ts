import type {
  Deployment,
  ProtectedItem,
  RecoveryNetwork,
  RecoveryPlan,
  ReplicationPolicy,
  StorageAccount,
  Vault,
} from "./azure";
import type { Machine } from "./machine";
import type {
  Appliance,
  ConfigurationServer,
  Egress,
  Host,
  ProcessServer,
  RecoveryTarget,
  Site,
  VCenter,
  Vmm,
} from "./site";

/** All machines together with their site, for sums over an estate. */
export interface Estate extends Site {
  readonly machines: readonly Machine[];
}

/** The kinds of thing a rule can judge, and the facts it is given for each. */
export interface Subjects {
  readonly machine: Machine;
  readonly target: RecoveryTarget;
  readonly host: Host;
  readonly vcenter: VCenter;
  readonly vmm: Vmm;
  readonly "configuration-server": ConfigurationServer;
  readonly "process-server": ProcessServer;
  readonly appliance: Appliance;
  readonly egress: readonly Egress[];
  readonly estate: Estate;
  readonly vault: Vault;
  readonly "storage-account": StorageAccount;
  readonly network: RecoveryNetwork;
  readonly "replication-policy": ReplicationPolicy;
  readonly "recovery-plan": RecoveryPlan;
  readonly "protected-item": ProtectedItem;
  readonly deployment: Deployment;
}

export type SubjectKind = keyof Subjects;
