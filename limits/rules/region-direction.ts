import { regionFacts, regionOf } from "../checks/regions";
import { defineRule, missing, notApplicable, recordsOf, stringsOf, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "region-direction",
  ref: "ASR-0041",
  title: "Regions are source or target as the service allows",
  rationale: "Some regions can be a source only, with a list of targets, or a target only.",
  remedy: "Choose another source or target region.",
  limits: ["region.source-only", "region.target-only"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const sourceOnly = limits.find("region.source-only");
    const targetOnly = limits.find("region.target-only");
    if (sourceOnly === undefined || targetOnly === undefined) return notApplicable;
    const source = regionOf(deployment.sourceRegion);
    const target = regionOf(deployment.targetRegion);
    if (source === undefined || target === undefined) return [missing(...regionFacts)];
    if (source === target) return notApplicable;
    const outcomes: Outcome[] = [];
    const observed = `${source} to ${target}`;
    if (stringsOf(targetOnly).includes(source)) {
      outcomes.push(
        violation(targetOnly, {
          subject: `region ${source}`,
          observed,
          message: `Region ${source} can be a target only.`,
          path: "sourceRegion",
        }),
      );
    }
    for (const { region, targets } of recordsOf(sourceOnly)) {
      const allowed = Array.isArray(targets) ? (targets as readonly unknown[]) : [];
      if (region === target) {
        outcomes.push(
          violation(sourceOnly, {
            subject: `region ${target}`,
            observed,
            message: `Region ${target} can be a source only; failing back to it works.`,
            path: "targetRegion",
          }),
        );
      } else if (region === source && !allowed.includes(target)) {
        outcomes.push(
          violation(sourceOnly, {
            subject: `region ${source}`,
            observed,
            message: `Machines of ${source} can be replicated to ${allowed.join(", ")}, not to ${target}.`,
            path: "targetRegion",
          }),
        );
      }
    }
    return outcomes;
  },
});
