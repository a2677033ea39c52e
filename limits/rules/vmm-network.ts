import { joined } from "../checks/answers";
import { judgeFlag } from "../checks/flag";
import { knownBoolean } from "../facts/known";
import { defineRule, kept, missing, notApplicable, type Answer, type LimitsInScope } from "./rule";
import type { Vmm } from "../facts/site";

export const rule = defineRule({
  name: "vmm-network",
  ref: "ASR-0182",
  title: "VMM reaches Azure",
  rationale: "VMM orchestrates replication through the vault, also where the data stays on premises.",
  remedy: "Connect VMM to the internet and let its firewall pass traffic to Azure.",
  limits: ["vmm.internet-access", "vmm.firewall.azure"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "vmm",
  check: (vmm, { limits }) =>
    joined(
      judgeFlag(limits, {
        limit: "vmm.internet-access",
        fact: "internetAccess",
        value: knownBoolean(vmm.internetAccess),
        subject: "VMM",
        observed: "no internet access",
        message: "VMM has no internet access.",
      }),
      judgeFirewall(vmm, limits),
    ),
});

/** Asked of firewalls with rules by address only. */
function judgeFirewall(vmm: Vmm, limits: LimitsInScope): Answer {
  if (limits.find("vmm.firewall.azure") === undefined) return notApplicable;
  const byAddress = knownBoolean(vmm.ipBasedFirewall);
  if (byAddress === undefined) return [missing("ipBasedFirewall")];
  if (!byAddress) return kept;
  return judgeFlag(limits, {
    limit: "vmm.firewall.azure",
    fact: "azureEgressAllowed",
    value: knownBoolean(vmm.azureEgressAllowed),
    subject: "VMM",
    observed: "firewall blocks Azure",
    message: "VMM's firewall has rules by address and does not let it reach Azure.",
  });
}
