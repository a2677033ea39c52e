import { joined } from "../checks/answers";
import { judgeFlag } from "../checks/flag";
import { judgeServerSoftware } from "../checks/server";
import { knownBoolean } from "../facts/known";
import { defineRule } from "./rule";

export const rule = defineRule({
  name: "appliance-software",
  ref: "ASR-0192",
  title: "Nothing on the appliance or in its vault is in the way of its set-up",
  rationale:
    "Roles, policies and websites break set-up, and an appliance belongs to a vault that was made for it.",
  remedy: "Remove the role, policy or website, and register the appliance in a new vault.",
  limits: [
    "appliance.windows-roles.refused",
    "appliance.group-policies.refused",
    "appliance.iis.default-website",
    "appliance.iis.anonymous-authentication",
    "appliance.iis.fastcgi",
    "appliance.iis.port-443-in-use",
    "appliance.new-vault",
  ],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "appliance",
  check: (appliance, { limits }) =>
    joined(
      judgeServerSoftware(limits, "appliance", appliance),
      judgeFlag(limits, {
        limit: "appliance.new-vault",
        fact: "newVault",
        value: knownBoolean(appliance.newVault),
        subject: "vault",
        observed: "vault in use",
        message: "The appliance is registered in a vault that is already in use.",
      }),
    ),
});
