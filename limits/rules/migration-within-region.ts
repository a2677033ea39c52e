import { isWithinRegion, regionFacts } from "../checks/regions";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

export const rule = defineRule({
  name: "migration-within-region",
  ref: "ASR-0080",
  title: "Machines are migrated to another region",
  rationale: "Migrating machines within a region is not supported.",
  remedy: "Choose another target region, or move the machine by other means.",
  limits: ["scenario.migration-within-region"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("scenario.migration-within-region");
    if (limit === undefined) return notApplicable;
    const within = isWithinRegion(deployment);
    if (within === undefined) return [missing(...regionFacts)];
    if (!within) return kept;
    return [
      violation(limit, {
        subject: "target region",
        observed: `migration within ${deployment.targetRegion ?? ""}`,
        message: `Machines shall be migrated within ${deployment.targetRegion ?? ""}, which is not supported.`,
        path: "targetRegion",
      }),
    ];
  },
});
