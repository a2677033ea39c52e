import { regionOf } from "../checks/regions";
import { defineRule, kept, missing, notApplicable, stringsOf, violation } from "./rule";

export const rule = defineRule({
  name: "target-region",
  ref: "ASR-0043",
  title: "Machines are recovered in a region that takes them",
  rationale: "Some regions are no target for the scenario.",
  remedy: "Choose another target region.",
  limits: ["region.excluded-targets"],
  moments: ["inventory", "component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("region.excluded-targets");
    if (limit === undefined) return notApplicable;
    const region = regionOf(deployment.targetRegion);
    if (region === undefined) return [missing("targetRegion")];
    if (!stringsOf(limit).includes(region)) return kept;
    return [
      violation(limit, {
        subject: "target region",
        observed: region,
        message: `Region ${region} is not supported as a target.`,
        path: "targetRegion",
      }),
    ];
  },
});
