import { itemName } from "../checks/protected-items";
import { knownString } from "../facts/known";
import { defineRule, kept, missing, notApplicable, stringOf, violation } from "./rule";

/** The provider behind the classic experience, in every edition. */
const classicProvider = "InMageAzureV2";

export const rule = defineRule({
  name: "classic-provider-retired",
  ref: "ASR-0065",
  title: "Replicated machines use a provider that is still there",
  rationale: "Machines of the classic provider can no longer be enabled, managed or failed over.",
  remedy: "Replicate the machine through a replication appliance (provider InMageRcm).",
  limits: ["retirement.classic", "retirement.classic.enabling"],
  moments: ["component", "resource", "live"],
  since: "0.1.0",
  subject: "protected-item",
  check(item, { limits }) {
    const limit = limits.find("retirement.classic") ?? limits.find("retirement.classic.enabling");
    if (limit === undefined) return notApplicable;
    const provider = knownString(item.instanceType);
    if (provider === undefined) return [missing("instanceType")];
    if (provider !== classicProvider) return kept;
    return [
      violation(limit, {
        subject: itemName(item),
        observed: provider,
        message: `The machine replicates through ${provider}, which is retired since ${stringOf(limit)}.`,
        path: "instanceType",
      }),
    ];
  },
});
