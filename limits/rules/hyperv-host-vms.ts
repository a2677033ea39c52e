import { hostsOf, hostSubject } from "../checks/site";
import { boundaryOf } from "../checks/boundary";
import { knownNumber, knownObjects, knownString } from "../facts/known";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "hyperv-host-vms",
  ref: "ASR-0177",
  title: "Hyper-V hosts hold virtual machines",
  rationale: "A source host without machines has nothing to replicate; it is probably the wrong host.",
  remedy: "Leave the host out, or move machines to it.",
  limits: ["hyperv.min-machines"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "estate",
  check(estate, { limits }) {
    const limit = limits.find("hyperv.min-machines");
    if (limit === undefined) return notApplicable;
    const hosts = hostsOf(estate, "hyperv");
    if (hosts === undefined) return [missing("hosts")];
    const machines = knownObjects(estate.machines) ?? [];
    return hosts.flatMap((host, index): readonly Outcome[] => {
      // A recovery host of a secondary site may be empty.
      if (host.site === "secondary") return [];
      const name = knownString(host.name);
      const counted =
        knownNumber(host.vmCount) ??
        machines.filter((machine) => name !== undefined && machine.host === name).length;
      if (boundaryOf(limit).admits(counted, "machines")) return [];
      if (host.vmCount === undefined && machines.some((machine) => machine.host === undefined))
        return [missing("hosts[].vmCount")];
      return [
        violation(limit, {
          subject: hostSubject(host, index),
          observed: `${counted} machines`,
          message: "The host holds no virtual machine.",
          path: `hosts[${index}]`,
        }),
      ];
    });
  },
});
