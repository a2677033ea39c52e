import { atMost } from "../checks/counts";
import { defineRule } from "./rule";

export const rule = defineRule({
  name: "appliances-per-vault",
  ref: "ASR-0052",
  title: "A vault has no more appliances than the service takes",
  rationale: "The service refuses to register another appliance beyond it.",
  remedy: "Register the appliance with another vault.",
  limits: ["vault.max-appliances"],
  moments: ["live"],
  since: "0.1.0",
  subject: "deployment",
  check: (deployment, { limits }) =>
    atMost(limits.find("vault.max-appliances"), {
      fact: "appliancesInVault",
      seen: deployment.appliancesInVault,
      subject: "vault",
    }),
});
