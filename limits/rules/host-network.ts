import { joined } from "../checks/answers";
import { judgeFlag } from "../checks/flag";
import { hostSubject } from "../checks/site";
import { knownBoolean } from "../facts/known";
import { defineRule } from "./rule";

export const rule = defineRule({
  name: "host-network",
  ref: "ASR-0199",
  title: "The network of hosts is one that replication supports",
  rationale:
    "Replication does not run over IPv6, and teams of adapters on physical servers are refused in some editions.",
  remedy: "Replicate over IPv4 and dissolve the team where the edition refuses it.",
  limits: ["network.host.ipv6", "network.host.nic-teaming"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "host",
  check: (host, { limits }) =>
    joined(
      judgeFlag(limits, {
        limit: "network.host.ipv6",
        fact: "ipv6",
        value: knownBoolean(host.ipv6),
        subject: hostSubject(host),
        observed: "IPv6",
        message: "The host replicates over IPv6.",
      }),
      judgeFlag(limits, {
        limit: "network.host.nic-teaming",
        fact: "nicTeaming",
        value: knownBoolean(host.nicTeaming),
        subject: hostSubject(host),
        observed: "teamed adapters",
        message: "The host teams its network adapters.",
      }),
    ),
});
