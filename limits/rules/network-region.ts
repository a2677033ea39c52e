import { regionOf } from "../checks/regions";
import { knownObject, knownObjects, knownString } from "../facts/known";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "network-region",
  ref: "ASR-0008",
  title: "Networks for recovered machines lie in the region of the vault",
  rationale: "Machines that a failover creates can join networks of the vault's region only.",
  remedy: "Create the network in the vault's region, or the vault in the network's.",
  limits: ["azure-network.region.same-as-vault", "landing-zone.region"],
  moments: ["inventory", "component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("azure-network.region.same-as-vault") ?? limits.find("landing-zone.region");
    if (limit === undefined) return notApplicable;
    const networks = knownObjects(deployment.networks);
    if (networks === undefined) return [missing("networks")];
    if (networks.length === 0) return notApplicable;
    const vault = regionOf(knownObject(deployment.vault).location);
    if (vault === undefined) return [missing("vault.location")];
    return networks.flatMap((network, index): Outcome[] => {
      const region = regionOf(network.location);
      if (region === undefined) return [missing("networks[].location")];
      if (region === vault) return [];
      return [
        violation(limit, {
          subject: `network ${knownString(network.name) ?? index + 1}`,
          observed: region,
          message: `The network lies in ${region} and the vault in ${vault}.`,
          path: `networks[${index}].location`,
        }),
      ];
    });
  },
});
