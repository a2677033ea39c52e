import { nicsOf } from "../checks/nics";
import { knownStrings } from "../facts/known";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "azure-nic",
  ref: "ASR-0164",
  title: "Adapters of an Azure VM use what Site Recovery carries over",
  rationale:
    "Application security groups and adapters with IPv6 alone are not supported between Azure regions.",
  remedy: "Take the adapter out of the group and give it an IPv4 address.",
  limits: ["azure-vm.nic.application-security-group", "azure-vm.nic.ipv4-required"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const groups = limits.find("azure-vm.nic.application-security-group");
    const ipv4 = limits.find("azure-vm.nic.ipv4-required");
    if (groups === undefined && ipv4 === undefined) return notApplicable;
    const nics = nicsOf(machine);
    if (nics === undefined) return [missing("nics")];
    const outcomes: Outcome[] = [];
    for (const nic of nics) {
      if (groups !== undefined) {
        const ids = knownStrings(nic.facts.applicationSecurityGroups);
        if (ids === undefined) outcomes.push(missing("nics[].applicationSecurityGroups"));
        else if (ids.length > 0) {
          outcomes.push(
            violation(groups, {
              subject: nic.subject,
              observed: ids.join(", "),
              message: "The adapter belongs to an application security group.",
              path: nic.path("applicationSecurityGroups"),
            }),
          );
        }
      }
      if (ipv4 !== undefined) {
        if (nic.ipv4 === undefined) outcomes.push(missing("nics[].ipv4"));
        else if (nic.ipv4.length === 0 && (nic.ipv6 ?? []).length > 0) {
          outcomes.push(
            violation(ipv4, {
              subject: nic.subject,
              observed: (nic.ipv6 ?? []).join(", "),
              message: "The adapter has IPv6 addresses only.",
              path: nic.path("ipv4"),
            }),
          );
        }
      }
    }
    return outcomes;
  },
});
