import { knownObject, knownString } from "../facts/known";
import { defineRule, kept, missing, notApplicable, stringOf, violation } from "./rule";

export const rule = defineRule({
  name: "failback-target",
  ref: "ASR-0073",
  title: "Physical servers fail back to VMware VMs",
  rationale: "Failback from Azure to a physical server does not exist.",
  remedy: "Plan a VMware environment on premises to fail back to.",
  limits: ["failback.target"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("failback.target");
    if (limit === undefined || deployment.failback === undefined) return notApplicable;
    const target = knownString(knownObject(deployment.failback).target);
    if (target === undefined) return [missing("failback.target")];
    if (target === stringOf(limit)) return kept;
    return [
      violation(limit, {
        subject: "failback",
        observed: target,
        message: `Physical servers shall fail back to ${target}; they can fail back to ${stringOf(limit)} only.`,
        path: "failback.target",
      }),
    ];
  },
});
