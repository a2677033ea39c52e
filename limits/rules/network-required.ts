import { itemName, itemsOf } from "../checks/protected-items";
import { knownObjects } from "../facts/known";
import { defineRule, kept, missing, notApplicable, numberOf, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "network-required",
  ref: "ASR-0032",
  title: "There is an Azure network for recovered machines",
  rationale: "Machines that a failover creates must join an Azure network.",
  remedy: "Add a network, and set it as the target network of every replicated machine.",
  limits: ["azure-network.required"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("azure-network.required");
    if (limit === undefined) return notApplicable;
    // A mapping of VM networks gives a machine its network, too.
    if ((knownObjects(deployment.networkMappings) ?? []).length >= numberOf(limit)) return kept;
    const items = itemsOf(deployment) ?? [];
    const without = items.flatMap((item, index): Outcome[] =>
      item.networkId === null
        ? [
            violation(limit, {
              subject: itemName(item, index),
              observed: "no network",
              message: "No Azure network is set for the machine to join after a failover.",
              path: `protectedItems[${index}].networkId`,
            }),
          ]
        : [],
    );
    if (without.length > 0) return without;
    if (items.length > 0 && items.every((item) => typeof item.networkId === "string")) return kept;
    const networks = knownObjects(deployment.networks);
    if (networks === undefined) return [missing("networks")];
    if (networks.length >= numberOf(limit)) return kept;
    return [
      violation(limit, {
        subject: "networks",
        observed: `${networks.length} networks`,
        message: "There is no Azure network for machines to join after a failover.",
        path: "networks",
      }),
    ];
  },
});
