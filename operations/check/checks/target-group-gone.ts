import { machineSubject } from "../checked-vault";
import { defineCheck, notKnown, observed } from "../live-check";
import { testFailover } from "../sources";

export const check = defineCheck({
  name: "target-group-gone",
  ref: "ASR-L30",
  title: "The target resource group of every machine exists",
  rationale: "The failed-over machine is created there; without it the failover fails.",
  remedy: "Create the resource group again, or choose another one for the machine.",
  source: testFailover("Prepare for a test failover"),
  needs: ["protectedItems"],
  *examine({ machines, surroundings }) {
    for (const machine of machines) {
      const id = machine.targetResourceGroupId;
      if (id === undefined) continue;
      const part = surroundings.resourceGroups.get(id.toLowerCase());
      if (part === undefined || part.kind === "unknown") {
        yield notKnown(
          machineSubject(machine),
          part?.action ?? "Microsoft.Resources/subscriptions/resourceGroups/read",
        );
      } else if (part.kind === "absent") {
        const name = id.split("/").at(-1) ?? id;
        yield observed({
          severity: "error",
          subject: machineSubject(machine),
          observed: `${name} is not there`,
          message: `The target resource group ${name} does not exist.`,
        });
      }
    }
  },
});
