import { VmwareReplication } from "../../components";
import { asRunError } from "../foundation/run-error";
import { serverReplication } from "../foundation/server-replication";

// Most of a large preview's time otherwise; see the README of the landing-zone stack.
Error.stackTraceLimit = 0;

// Outputs, documented in the README: other stacks rely on their names.
export = asRunError(
  () =>
    serverReplication("vmware", {
      name: "asr-vmware",
      Replication: VmwareReplication,
      scenario: "vmware-to-azure",
      experience: "modernized",
      diskType: "Premium_LRS",
    }).outputs,
);
