import { PhysicalServerReplication } from "../../components";
import { asRunError } from "../foundation/run-error";
import { serverReplication } from "../foundation/server-replication";

// Most of a large preview's time otherwise; see the README of the landing-zone stack.
Error.stackTraceLimit = 0;

// Outputs, documented in the README: other stacks rely on their names.
export = asRunError(
  () =>
    serverReplication("physical", {
      name: "asr-physical",
      Replication: PhysicalServerReplication,
      scenario: "physical-to-azure",
      experience: "modernized",
      diskType: "Premium_LRS",
    }).outputs,
);
