import { addressesOf } from "../checks/address-prefix";
import { endpointName, endpointsOf, siteRecoveryEndpoints, targetOf } from "../checks/private-endpoints";
import { numberField, textField } from "../checks/values";
import type { Deployment } from "../facts/azure";
import { knownObjects, knownString } from "../facts/known";
import { parseResourceId } from "../facts/resource-id";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "private-endpoint-addresses",
  ref: "ASR-0054",
  title: "Private endpoints have dynamic addresses, and their subnet enough of them",
  rationale:
    "The endpoint of the vault takes several addresses and that of each cache account one; fixed ones are not supported.",
  remedy: "Leave the addresses to Azure, and use a larger subnet.",
  limits: ["vault.private-endpoint.addresses"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("vault.private-endpoint.addresses");
    if (limit === undefined) return notApplicable;
    const endpoints = siteRecoveryEndpoints(deployment);
    if (endpoints === undefined) return [missing("privateEndpoints")];
    const outcomes: Outcome[] = [];
    for (const endpoint of endpoints) {
      if (endpoint.staticIp === undefined) outcomes.push(missing("privateEndpoints[].staticIp"));
      if (endpoint.staticIp === true) {
        outcomes.push(
          violation(limit, {
            subject: endpointName(endpoint),
            observed: "static address",
            message: `The endpoint has a static address; only ${textField(limit, "allocation")} ones are supported.`,
            path: "privateEndpoints[].staticIp",
          }),
        );
      }
      const subnet = knownString(endpoint.subnetId)?.toLowerCase();
      const available = subnet === undefined ? undefined : addressesOf(prefixOf(deployment, subnet));
      if (available === undefined) {
        outcomes.push(missing("networks[].subnets[].addressPrefix"));
        continue;
      }
      const caches = (endpointsOf(deployment) ?? []).filter(
        (other) =>
          targetOf(other, deployment) === "storage account" &&
          knownString(other.subnetId)?.toLowerCase() === subnet,
      ).length;
      const needed = numberField(limit, "vault") + caches * numberField(limit, "eachCacheAccount");
      const free = available - numberField(limit, "reservedInSubnet");
      if (free < needed) {
        outcomes.push(
          violation(limit, {
            subject: endpointName(endpoint),
            observed: `${Math.max(0, free)} addresses`,
            message: `The subnet has ${Math.max(0, free)} usable addresses; the endpoints need ${needed}.`,
            path: "networks[].subnets[].addressPrefix",
          }),
        );
      }
    }
    return outcomes;
  },
});

function prefixOf(deployment: Deployment, subnetId: string): unknown {
  const name = parseResourceId(subnetId).name;
  const network = /\/virtualnetworks\/([^/]+)\//.exec(subnetId)?.[1];
  for (const candidate of knownObjects(deployment.networks) ?? []) {
    const own =
      knownString(candidate.name)?.toLowerCase() ?? parseResourceId(knownString(candidate.id) ?? "").name;
    if (network !== undefined && own !== network) continue;
    const subnet = knownObjects(candidate.subnets)?.find(
      (one) => knownString(one.name)?.toLowerCase() === name,
    );
    if (subnet !== undefined) return subnet.addressPrefix;
  }
  return undefined;
}
