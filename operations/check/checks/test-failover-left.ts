import type { ReplicatedMachine } from "../../vault/item/replicated-machine";
import { machineSubject } from "../checked-vault";
import { defineCheck, observed } from "../live-check";
import { testFailover } from "../sources";

/** States of a test failover that is over or was never begun. */
const over: ReadonlySet<string> = new Set(["none", "markedfordeletion", ""]);

export const check = defineCheck({
  name: "test-failover-left",
  ref: "ASR-L22",
  title: "Every test failover is cleaned up",
  rationale:
    "Until then the test machine costs money, and the service refuses a real failover of its source.",
  remedy: "Clean up the test failover (asr drill --clean).",
  source: testFailover("Run a test failover"),
  needs: ["protectedItems"],
  *examine({ machines }) {
    for (const machine of machines) {
      const state = machine.testFailoverState ?? "";
      if (over.has(state.toLowerCase()) || isRunning(machine)) continue;
      yield observed({
        severity: "error",
        subject: machineSubject(machine),
        observed: state,
        expected: "None",
        message: `A test failover is not cleaned up: ${(machine.testFailoverStateDescription ?? state).replace(/\.$/, "")}.`,
      });
    }
  },
});

/**
 * Whether the test is still being carried out. An item keeps the test failover as its current scenario until it is
 * cleaned up; once the service offers the clean-up, it only waits for that.
 */
function isRunning({ currentJob, allowedOperations }: ReplicatedMachine): boolean {
  return (
    currentJob?.scenarioName.toLowerCase().startsWith("testfailover") === true &&
    allowedOperations?.includes("TestFailoverCleanup") !== true
  );
}
