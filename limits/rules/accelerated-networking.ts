import { itemName } from "../checks/protected-items";
import { knownBoolean } from "../facts/known";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

export const rule = defineRule({
  name: "accelerated-networking",
  ref: "ASR-0088",
  title: "Recovered machines have no accelerated networking",
  rationale:
    "Accelerated networking is not supported on machines that a failover creates from on-premises ones.",
  remedy:
    "Switch accelerated networking off on the adapters meant for the machine, and on again after failover.",
  limits: ["azure-network.accelerated-networking.supported"],
  moments: ["component", "resource", "live"],
  since: "0.1.0",
  subject: "protected-item",
  check(item, { limits }) {
    const limit = limits.find("azure-network.accelerated-networking.supported");
    if (limit === undefined) return notApplicable;
    const accelerated = knownBoolean(item.acceleratedNetworking);
    if (accelerated === undefined) return [missing("acceleratedNetworking")];
    if (!accelerated) return kept;
    return [
      violation(limit, {
        subject: itemName(item),
        observed: "accelerated networking",
        message: "An adapter of the recovered machine has accelerated networking, which is not supported.",
        path: "acceleratedNetworking",
      }),
    ];
  },
});
