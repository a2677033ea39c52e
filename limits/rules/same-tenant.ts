import { knownString, knownStrings } from "../facts/known";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "same-tenant",
  ref: "ASR-0079",
  title: "Source and target subscriptions belong to one tenant",
  rationale: "Machines can be replicated between subscriptions of one Microsoft Entra tenant only.",
  remedy: "Use a target subscription of the source's tenant.",
  limits: ["scenario.tenants"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("scenario.tenants");
    if (limit === undefined) return notApplicable;
    const source = knownString(deployment.sourceTenantId)?.toLowerCase();
    const targets = knownStrings(deployment.targetTenantIds);
    if (source === undefined) return [missing("sourceTenantId")];
    if (targets === undefined) return [missing("targetTenantIds")];
    return targets
      .filter((target) => target.toLowerCase() !== source)
      .map((target): Outcome =>
        violation(limit, {
          subject: "tenants",
          observed: `${source} to ${target}`,
          message: `The source belongs to tenant ${source} and the target to tenant ${target}.`,
          path: "targetTenantIds",
        }),
      );
  },
});
