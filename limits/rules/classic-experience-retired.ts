import { defineRule, notApplicable, stringOf, violation } from "./rule";

export const rule = defineRule({
  name: "classic-experience-retired",
  ref: "ASR-0064",
  title: "Machines replicate through an experience that is still there",
  rationale:
    "The classic experience (configuration server, process server) is retired: nothing can be enabled, managed or failed over through it.",
  remedy: "Replicate the machine through a replication appliance (modernized experience).",
  limits: ["retirement.classic", "retirement.classic.enabling"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(_machine, { limits, experience }) {
    const retired = limits.find("retirement.classic");
    const blocked = limits.find("retirement.classic.enabling");
    const limit = retired ?? blocked;
    if (limit === undefined) return notApplicable;
    return [
      violation(limit, {
        subject: "experience",
        observed: experience ?? "classic",
        message:
          limit === retired
            ? `The classic experience is retired since ${stringOf(limit)}.`
            : `Replication cannot be enabled through the classic experience since ${stringOf(limit)}.`,
      }),
    ];
  },
});
