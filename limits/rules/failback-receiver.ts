import { knownNumber, knownObject } from "../facts/known";
import { defineRule, missing, notApplicable, numberOf, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "failback-receiver",
  ref: "ASR-0074",
  title: "The failback of physical servers has VMware VMs to receive it",
  rationale:
    "Physical servers fail back to VMware VMs, and a master target must attach their disks from within VMware.",
  remedy:
    "Prepare a VMware VM to fail back to, and a master target on a VMware VM where the configuration server is none.",
  limits: ["failback.physical.receivers", "failback.physical.master-target"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const receivers = limits.find("failback.physical.receivers");
    const masters = limits.find("failback.physical.master-target");
    if (receivers === undefined || masters === undefined) return notApplicable;
    if (deployment.failback === undefined) return notApplicable;
    const failback = knownObject(deployment.failback);
    const outcomes: Outcome[] = [];
    const count = knownNumber(failback.receivers);
    if (count === undefined) outcomes.push(missing("failback.receivers"));
    else if (count < numberOf(receivers)) {
      outcomes.push(
        violation(receivers, {
          subject: "failback",
          observed: `${count} VMware VMs`,
          message: "There is no VMware VM on premises for physical servers to fail back to.",
          path: "failback.receivers",
        }),
      );
    }
    if (failback.configurationServer === "vmware-vm") return outcomes;
    const targets = knownNumber(failback.masterTargets);
    if (targets !== undefined && targets >= numberOf(masters)) return outcomes;
    if (failback.configurationServer === undefined) outcomes.push(missing("failback.configurationServer"));
    else if (targets === undefined) outcomes.push(missing("failback.masterTargets"));
    else {
      outcomes.push(
        violation(masters, {
          subject: "failback",
          observed: `${targets} master targets`,
          message:
            "The configuration server is no VMware VM, and no master target on a VMware VM stands beside it.",
          path: "failback.masterTargets",
        }),
      );
    }
    return outcomes;
  },
});
