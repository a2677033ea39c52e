import { listField, textField } from "../checks/values";
import { knownObjects, knownString } from "../facts/known";
import { parseResourceId } from "../facts/resource-id";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "network-mapping-endpoints",
  ref: "ASR-0037",
  title: "A network mapping pairs a VM network of VMM with an Azure network",
  rationale:
    "A mapping of another kind, or to something that is no Azure network, gives machines no network.",
  remedy: "Map a VM network (not a logical network) to an Azure virtual network.",
  limits: ["network-mapping.endpoints"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("network-mapping.endpoints");
    if (limit === undefined) return notApplicable;
    const mappings = knownObjects(deployment.networkMappings);
    if (mappings === undefined) return [missing("networkMappings")];
    const expected = textField(limit, "instanceType");
    const types = listField(limit, "recoveryNetworkTypes");
    return mappings.flatMap((mapping, index): Outcome[] => {
      const subject = `network mapping ${knownString(mapping.name) ?? index + 1}`;
      const outcomes: Outcome[] = [];
      const kind = knownString(mapping.instanceType);
      if (kind === undefined) outcomes.push(missing("networkMappings[].instanceType"));
      else if (kind !== expected) {
        outcomes.push(
          violation(limit, {
            subject,
            observed: kind,
            message: `The mapping is of kind ${kind}; from VMM to Azure it must be ${expected}.`,
            path: `networkMappings[${index}].instanceType`,
          }),
        );
      }
      const type = parseResourceId(knownString(mapping.recoveryNetworkId) ?? "").type;
      if (type === undefined) outcomes.push(missing("networkMappings[].recoveryNetworkId"));
      else if (!types.includes(type)) {
        outcomes.push(
          violation(limit, {
            subject,
            observed: type,
            message: `The mapping leads to ${type}, which is no Azure network.`,
            path: `networkMappings[${index}].recoveryNetworkId`,
          }),
        );
      }
      return outcomes;
    });
  },
});
