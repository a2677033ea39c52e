import { itemName } from "../checks/protected-items";
import { judgeWithinRegion } from "../checks/within-region";
import { knownString } from "../facts/known";
import { sameResourceId } from "../facts/resource-id";
import { defineRule, missing, notApplicable, violation } from "./rule";

export const rule = defineRule({
  name: "zone-to-zone-test-network",
  ref: "ASR-0049",
  title: "Test failovers within a region use a network of their own",
  rationale:
    "A failover within a region may use the network of the source, where a test machine would stand beside the real one.",
  remedy: "Set another network for test failovers.",
  limits: ["zone-to-zone.network"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("zone-to-zone.network");
    if (limit === undefined) return notApplicable;
    return judgeWithinRegion(deployment, (item, index) => {
      if (item.testNetworkId === null) return [];
      const test = knownString(item.testNetworkId);
      if (test === undefined) return [missing("protectedItems[].testNetworkId")];
      const used = [knownString(item.networkId), knownString(item.sourceNetworkId)];
      if (!used.some((network) => network !== undefined && sameResourceId(network, test))) return [];
      return [
        violation(limit, {
          subject: itemName(item, index),
          observed: `test network ${test}`,
          message: "Test failovers use the network that failovers or the source machine use.",
          path: `protectedItems[${index}].testNetworkId`,
        }),
      ];
    });
  },
});
