import { joined } from "../checks/answers";
import { judgeFlag } from "../checks/flag";
import { judgeNicType, judgeOpenPorts } from "../checks/server";
import { hostsOf } from "../checks/site";
import { knownBoolean, knownString, knownStrings } from "../facts/known";
import type { ConfigurationServer } from "../facts/site";
import {
  defineRule,
  kept,
  missing,
  notApplicable,
  numberOf,
  stringOf,
  violation,
  type Answer,
  type RuleContext,
} from "./rule";

export const rule = defineRule({
  name: "configuration-server-network",
  ref: "ASR-0187",
  title: "The configuration server has the documented adapter, address, name and ports",
  rationale:
    "Machines keep the server's address; when it changes, or its ports are closed, they stop replicating.",
  remedy: "Give the server a static address, a short host name and a VMXNET3 adapter, and open its ports.",
  limits: [
    "configuration-server.nic-type",
    "configuration-server.nic-type.other-update",
    "configuration-server.static-ip",
    "configuration-server.host-name.max-length",
    "configuration-server.internet-access",
    "configuration-server.port.control",
    "configuration-server.port.data",
  ],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "configuration-server",
  check(server, context) {
    const { limits } = context;
    return joined(
      judgeNicType(limits, "configuration-server.nic-type", server),
      judgeUpdate(server, context),
      judgeFlag(limits, {
        limit: "configuration-server.static-ip",
        fact: "staticIp",
        value: knownBoolean(server.staticIp),
        subject: "address",
        observed: "no static address",
        message: "The configuration server has no static address.",
      }),
      judgeFlag(limits, {
        limit: "configuration-server.internet-access",
        fact: "internetAccess",
        value: knownBoolean(server.internetAccess),
        subject: "server",
        observed: "no internet access",
        message: "The configuration server has no internet access.",
      }),
      judgeHostName(server, context),
      judgeOpenPorts(limits, "configuration-server.port.control", server),
      judgeOpenPorts(limits, "configuration-server.port.data", server),
    );
  },
});

/** Another adapter type works with an update on the vSphere host. */
function judgeUpdate(server: ConfigurationServer, { limits, site }: RuleContext): Answer {
  const limit = limits.find("configuration-server.nic-type.other-update");
  const type = limits.find("configuration-server.nic-type");
  if (limit === undefined || type === undefined) return notApplicable;
  const nic = knownString(server.nicType);
  if (server.kind !== "vmware-vm" || nic === undefined) return notApplicable;
  if (nic.toLowerCase().replace(/^virtual/, "") === stringOf(type).toLowerCase()) return kept;
  const updates = hostsOf(site ?? {}, "vsphere")?.map((host) => knownStrings(host.installedUpdates));
  if (updates === undefined || updates.length === 0 || updates.includes(undefined))
    return [missing("hosts[].installedUpdates")];
  if (
    updates.every((installed) => installed?.some((update) => update.replace(/^KB/i, "") === stringOf(limit)))
  )
    return kept;
  return [
    violation(limit, {
      subject: "network adapter",
      observed: `${nic} without update ${stringOf(limit)}`,
      message: `The server's adapter is of type ${nic}, and a vSphere host lacks VMware update ${stringOf(limit)}.`,
      remedy: `Change the adapter to ${stringOf(type)}, or install VMware update ${stringOf(limit)} on the hosts.`,
      path: "nicType",
    }),
  ];
}

function judgeHostName(server: ConfigurationServer, { limits }: RuleContext): Answer {
  const limit = limits.find("configuration-server.host-name.max-length");
  if (limit === undefined) return notApplicable;
  // The short name counts, not the domain behind it.
  const name = knownString(server.hostName)?.split(".")[0];
  if (name === undefined) return [missing("hostName")];
  if (name.length <= numberOf(limit)) return kept;
  return [
    violation(limit, {
      subject: "host name",
      observed: `${name.length} characters`,
      message: `The host name ${name} has ${name.length} characters; at most ${numberOf(limit)} are supported.`,
      path: "hostName",
    }),
  ];
}
