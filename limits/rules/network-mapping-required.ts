import { knownObjects } from "../facts/known";
import { defineRule, kept, missing, notApplicable, numberOf, violation } from "./rule";

export const rule = defineRule({
  name: "network-mapping-required",
  ref: "ASR-0036",
  title: "Network mappings are there with VMM and only with VMM",
  rationale:
    "With VMM a mapping decides which Azure network a machine joins; without VMM there is nothing to map.",
  remedy: "Map every VM network of VMM to an Azure network; without VMM set the network on the machine.",
  limits: ["network-mapping.required", "network-mapping.not-applicable"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits, scenario }) {
    const required = limits.find("network-mapping.required");
    const pointless = limits.find("network-mapping.not-applicable");
    if (required === undefined && pointless === undefined) return notApplicable;
    const mappings = knownObjects(deployment.networkMappings);
    if (mappings === undefined) return [missing("networkMappings")];
    const seen = {
      subject: "network mappings",
      observed: `${mappings.length} mappings`,
      path: "networkMappings",
    };
    if (required !== undefined && mappings.length < numberOf(required)) {
      return [
        violation(required, { ...seen, message: "No VM network of VMM is mapped to an Azure network." }),
      ];
    }
    if (pointless !== undefined && mappings.length > numberOf(pointless)) {
      return [violation(pointless, { ...seen, message: `Network mapping is not used for ${scenario}.` })];
    }
    return kept;
  },
});
