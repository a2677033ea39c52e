import { endpointName, endpointsOf, hasSubResource, targetOf } from "../checks/private-endpoints";
import { knownObject } from "../facts/known";
import { defineRule, kept, missing, notApplicable, stringOf, violation } from "./rule";

export const rule = defineRule({
  name: "private-endpoint-sub-resource",
  ref: "ASR-0055",
  title: "A vault closed to public networks has a private endpoint for Site Recovery",
  rationale:
    "Replication reaches a vault through the sub-resource for Site Recovery; one for Azure Backup does not serve it.",
  remedy: "Create the private endpoint with the sub-resource for Site Recovery.",
  limits: ["vault.private-endpoint.sub-resource"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("vault.private-endpoint.sub-resource");
    if (limit === undefined) return notApplicable;
    const open = knownObject(deployment.vault).publicNetworkAccess;
    if (open === true) return notApplicable;
    const endpoints = endpointsOf(deployment);
    if (endpoints === undefined) return [missing("privateEndpoints")];
    if (open === undefined && endpoints.length === 0) return [missing("vault.publicNetworkAccess")];
    const onVault = endpoints.filter((endpoint) => targetOf(endpoint, deployment) === "vault");
    if (onVault.some((endpoint) => hasSubResource(endpoint, stringOf(limit)) === true)) return kept;
    if (onVault.some((endpoint) => hasSubResource(endpoint, stringOf(limit)) === undefined)) {
      return [missing("privateEndpoints[].groupIds")];
    }
    if (endpoints.some((endpoint) => targetOf(endpoint, deployment) === undefined)) {
      return [missing("privateEndpoints[].targetId")];
    }
    if (open === undefined) return [missing("vault.publicNetworkAccess")];
    const others = onVault.flatMap((endpoint) => endpoint.groupIds ?? []);
    return [
      violation(limit, {
        subject: onVault[0] === undefined ? "vault" : endpointName(onVault[0]),
        observed: others.length === 0 ? "no private endpoint" : others.join(", "),
        message: `The vault is closed to public networks and has no private endpoint with sub-resource ${stringOf(limit)}.`,
        path: "privateEndpoints",
      }),
    ];
  },
});
