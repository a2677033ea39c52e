import { itemName } from "../checks/protected-items";
import { knownBoolean, knownString } from "../facts/known";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

export const rule = defineRule({
  name: "zone-ip-configurations",
  ref: "ASR-0089",
  title: "Machines that recover into a zone have one IP configuration an adapter",
  rationale: "Several IP configurations of an adapter are supported in regional replication only.",
  remedy: "Leave the zone out, or reduce the adapter to one IP configuration.",
  limits: ["azure-vm.availability-zone.ip-configurations"],
  moments: ["component", "live"],
  since: "0.1.0",
  subject: "protected-item",
  check(item, { limits }) {
    const limit = limits.find("azure-vm.availability-zone.ip-configurations");
    if (limit === undefined || item.availabilityZone === null) return notApplicable;
    const zone = knownString(item.availabilityZone);
    if (zone === undefined) return [missing("availabilityZone")];
    const several = knownBoolean(item.severalIpConfigurations);
    if (several === undefined) return [missing("severalIpConfigurations")];
    if (!several) return kept;
    return [
      violation(limit, {
        subject: itemName(item),
        observed: `several IP configurations, zone ${zone}`,
        message: `An adapter has several IP configurations, which is not supported for recovery into zone ${zone}.`,
        path: "severalIpConfigurations",
      }),
    ];
  },
});
