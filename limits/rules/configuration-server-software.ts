import { joined } from "../checks/answers";
import { judgeFlag } from "../checks/flag";
import { judgeServerSoftware } from "../checks/server";
import { knownBoolean } from "../facts/known";
import { defineRule } from "./rule";

export const rule = defineRule({
  name: "configuration-server-software",
  ref: "ASR-0186",
  title: "Nothing on the configuration server is in the way of its set-up",
  rationale:
    "These are checks before installation: roles, policies and websites that break set-up. An installed server listens on port 443 itself.",
  remedy: "Remove the role, policy or website, or take a fresh machine.",
  limits: [
    "configuration-server.windows-roles.refused",
    "configuration-server.domain-controller",
    "configuration-server.group-policies.refused",
    "configuration-server.iis.default-website",
    "configuration-server.iis.anonymous-authentication",
    "configuration-server.iis.fastcgi",
    "configuration-server.iis.port-443-in-use",
  ],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "configuration-server",
  check: (server, { limits }) =>
    joined(
      judgeServerSoftware(limits, "configuration-server", server),
      judgeFlag(limits, {
        limit: "configuration-server.domain-controller",
        fact: "isDomainController",
        value: knownBoolean(server.isDomainController),
        subject: "server",
        observed: "domain controller",
        message: "The configuration server is a domain controller.",
      }),
    ),
});
