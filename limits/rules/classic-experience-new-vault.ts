import { knownString } from "../facts/known";
import { defineRule, kept, missing, notApplicable, stringOf, violation } from "./rule";

export const rule = defineRule({
  name: "classic-experience-new-vault",
  ref: "ASR-0066",
  title: "The classic experience is not planned with a new vault",
  rationale: "New vaults offer the modernized experience only.",
  remedy: "Plan with the modernized experience.",
  limits: ["retirement.classic.new-vaults"],
  moments: ["component", "live"],
  since: "0.1.0",
  subject: "vault",
  check(vault, { limits }) {
    const limit = limits.find("retirement.classic.new-vaults");
    if (limit === undefined) return notApplicable;
    const created = knownString(vault.createdOn);
    if (created === undefined) return [missing("createdOn")];
    // ISO dates compare as text; a time behind the day does not matter.
    if (created < stringOf(limit)) return kept;
    return [
      violation(limit, {
        subject: `vault ${knownString(vault.name) ?? ""}`.trim(),
        observed: `created ${created}`,
        message: `The vault was created on ${created}; vaults made since ${stringOf(limit)} do not offer the classic experience.`,
        path: "createdOn",
      }),
    ];
  },
});
