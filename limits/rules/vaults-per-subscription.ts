import { atMost } from "../checks/counts";
import { defineRule } from "./rule";

export const rule = defineRule({
  name: "vaults-per-subscription",
  ref: "ASR-0051",
  title: "A subscription has no more vaults than the service takes",
  rationale: "The service refuses to create another vault beyond it.",
  remedy: "Delete vaults that are not needed, or use another subscription.",
  limits: ["vault.max-per-subscription"],
  moments: ["live"],
  since: "0.1.0",
  subject: "deployment",
  check: (deployment, { limits }) =>
    atMost(limits.find("vault.max-per-subscription"), {
      fact: "vaultsInSubscription",
      seen: deployment.vaultsInSubscription,
      subject: "subscription",
    }),
});
