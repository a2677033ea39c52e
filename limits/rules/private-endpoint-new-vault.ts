import { endpointName, siteRecoveryEndpoints } from "../checks/private-endpoints";
import { numberField } from "../checks/values";
import { knownNumber, knownObject, knownObjects, knownString } from "../facts/known";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

export const rule = defineRule({
  name: "private-endpoint-new-vault",
  ref: "ASR-0053",
  title: "Private endpoints are set up before anything is registered with the vault",
  rationale: "A vault that already has registered items cannot be switched to private endpoints.",
  remedy: "Create the private endpoint first, with a new vault where this one already has items.",
  limits: ["vault.private-endpoint.new-vault"],
  moments: ["component", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("vault.private-endpoint.new-vault");
    if (limit === undefined) return notApplicable;
    const endpoints = siteRecoveryEndpoints(deployment);
    if (endpoints === undefined) return [missing("privateEndpoints")];
    const previous = knownObject(deployment.previous);
    const before = new Set(
      (knownObjects(previous.privateEndpoints) ?? []).map((endpoint) => knownString(endpoint.name)),
    );
    const added = endpoints.filter((endpoint) => !before.has(knownString(endpoint.name)));
    if (added.length === 0) return notApplicable;
    // Without the state before, an endpoint that is older than the items looks like a new one.
    if (deployment.previous === undefined) return [missing("previous.privateEndpoints")];
    const items = knownNumber(knownObject(deployment.vault).registeredItemCount);
    if (items === undefined) return [missing("vault.registeredItemCount")];
    if (items <= numberField(limit, "registeredItems")) return kept;
    return added.map((endpoint) =>
      violation(limit, {
        subject: endpointName(endpoint),
        observed: `${items} registered items`,
        message: `The vault has ${items} registered items already; a private endpoint needs a vault without any.`,
        path: "privateEndpoints",
      }),
    );
  },
});
