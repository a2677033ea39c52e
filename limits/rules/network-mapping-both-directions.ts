import type { NetworkMapping } from "../facts/azure";
import { knownObjects, knownString } from "../facts/known";
import { parseResourceId, sameResourceId } from "../facts/resource-id";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

type Mapping = Partial<NetworkMapping>;

export const rule = defineRule({
  name: "network-mapping-both-directions",
  ref: "ASR-0091",
  title: "Networks of Azure regions are mapped in both directions",
  rationale:
    "After a failover machines are reprotected in the other direction, and without a mapping back they lose their network.",
  remedy: "Add a mapping from the target network back to the source network.",
  limits: ["network-mapping.both-directions"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("network-mapping.both-directions");
    if (limit === undefined) return notApplicable;
    const mappings = knownObjects(deployment.networkMappings);
    if (mappings === undefined) return [missing("networkMappings")];
    if (mappings.length === 0) return notApplicable;
    return mappings.flatMap((mapping, index): Outcome[] => {
      const answers = mappings.filter((other) => other !== mapping).map((other) => isReverse(mapping, other));
      if (answers.includes(true)) return [];
      if (answers.includes(undefined)) return [missing("networkMappings[].recoveryNetworkId")];
      const name = knownString(mapping.name) ?? String(index + 1);
      return [
        violation(limit, {
          subject: `network mapping ${name}`,
          observed: "one direction",
          message: `No mapping leads back from where network mapping ${name} leads to.`,
          path: `networkMappings[${index}]`,
        }),
      ];
    });
  },
});

/** Whether the other mapping leads back; undefined where what is known of both leaves it open. */
function isReverse(mapping: Mapping, other: Mapping): boolean | undefined {
  const ends = [
    agree(mapping.primaryFabric, other.recoveryFabric, sameFabric),
    agree(mapping.recoveryFabric, other.primaryFabric, sameFabric),
    agree(mapping.primaryNetworkId, other.recoveryNetworkId, sameResourceId),
    agree(mapping.recoveryNetworkId, other.primaryNetworkId, sameResourceId),
  ];
  if (ends.includes(false)) return false;
  return ends.slice(-2).includes(undefined) ? undefined : true;
}

function agree(
  one: unknown,
  other: unknown,
  same: (one: string, other: string) => boolean,
): boolean | undefined {
  const [left, right] = [knownString(one), knownString(other)];
  return left === undefined || right === undefined ? undefined : same(left, right);
}

/** A fabric is named by its id or by its name alone. */
function sameFabric(one: string, other: string): boolean {
  return parseResourceId(one).name === parseResourceId(other).name;
}
