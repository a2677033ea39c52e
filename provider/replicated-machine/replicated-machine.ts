import type { ResourceDefinition } from "../resource-definition";
import { check } from "./check";
import { create } from "./create";
import { remove } from "./delete";
import { diff } from "./diff";
import { inputs, outputs } from "./inputs";
import { read } from "./read";
import { update } from "./update";

/** A machine that Site Recovery replicates to Azure, whichever way. */
export const replicatedMachine: ResourceDefinition = {
  name: "ReplicatedMachine",
  description:
    "A machine that Site Recovery replicates: an Azure virtual machine to another region or zone, a VMware or physical " +
    "machine, or a Hyper-V machine to Azure.\n\n" +
    "Creating asks whether an Azure machine is eligible, enables replication, waits until the machine is protected, and " +
    "then applies what the service only takes of protected machines: network adapters, name and size in Azure, the " +
    "network of test failovers. Updating changes these in place, and adds and removes disks; changes that need replication " +
    "to be enabled anew say so in the preview. Deleting disables replication gracefully.\n\n" +
    "Failing over is an operation, not a state to be declared, and is never done here. A machine that has failed over is " +
    "neither changed, replaced nor deleted by an ordinary update; the preview says what was found and what would happen. " +
    "Once the failover is committed, `reprotectWhenCommitted: true` makes it replicate back.",
  inputs,
  outputs,
  check,
  diff,
  create,
  read,
  update,
  delete: remove,
};
