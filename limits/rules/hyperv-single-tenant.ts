import { knownStrings } from "../facts/known";
import { defineRule, kept, missing, notApplicable, numberOf, violation } from "./rule";

export const rule = defineRule({
  name: "hyperv-single-tenant",
  ref: "ASR-0072",
  title: "A Hyper-V site replicates to one tenant",
  rationale:
    "A Hyper-V site or VMM environment can be registered with vaults of one Microsoft Entra tenant only.",
  remedy: "Replicate to subscriptions of one tenant.",
  limits: ["scenario.max-tenants"],
  moments: ["component", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("scenario.max-tenants");
    if (limit === undefined) return notApplicable;
    const tenants = knownStrings(deployment.targetTenantIds);
    if (tenants === undefined) return [missing("targetTenantIds")];
    const distinct = new Set(tenants.map((tenant) => tenant.toLowerCase())).size;
    if (distinct <= numberOf(limit)) return kept;
    return [
      violation(limit, {
        subject: "tenants",
        observed: `${distinct} tenants`,
        message: `Machines are replicated to ${distinct} tenants; at most ${numberOf(limit)} is supported.`,
        path: "targetTenantIds",
      }),
    ];
  },
});
