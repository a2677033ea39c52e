import { regionFacts, regionOf } from "../checks/regions";
import { defineRule, missing, notApplicable, recordsOf, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "region-restricted-pair",
  ref: "ASR-0040",
  title: "Regions reserved for a partner region replicate with it alone",
  rationale: "Some regions exist for the disaster recovery of one other region in their country.",
  remedy: "Replicate between the region and its partner, or choose another region.",
  limits: ["region.restricted"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("region.restricted");
    if (limit === undefined) return notApplicable;
    const source = regionOf(deployment.sourceRegion);
    const target = regionOf(deployment.targetRegion);
    if (source === undefined || target === undefined) return [missing(...regionFacts)];
    if (source === target) return notApplicable;
    return recordsOf(limit).flatMap(({ region, partner }): Outcome[] => {
      if (typeof region !== "string" || typeof partner !== "string") return [];
      const other = region === source ? target : region === target ? source : undefined;
      if (other === undefined || other === partner) return [];
      return [
        violation(limit, {
          subject: `region ${region}`,
          observed: `${source} to ${target}`,
          message: `Region ${region} is reserved for disaster recovery with ${partner}, not with ${other}.`,
          path: region === source ? "sourceRegion" : "targetRegion",
        }),
      ];
    });
  },
});
