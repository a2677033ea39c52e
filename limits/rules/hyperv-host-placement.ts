import { hostSubject } from "../checks/site";
import { knownBoolean, knownString } from "../facts/known";
import type { Host } from "../facts/site";
import type { Limit } from "../matrix/schema";
import {
  defineRule,
  missing,
  notApplicable,
  stringOf,
  violation,
  type LimitsInScope,
  type Outcome,
} from "./rule";

const limitIds = [
  "hyperv.cluster.one-vault",
  "hyperv.managed-by-vmm",
  "hyperv.host-group",
  "hyperv.cluster.replica-broker",
];

export const rule = defineRule({
  name: "hyperv-host-placement",
  ref: "ASR-0179",
  title: "Hyper-V hosts have their place in one vault and in VMM",
  rationale:
    "Clusters across vaults are not supported, hosts outside VMM do not replicate to a secondary site, and some clusters need a broker by hand.",
  remedy: "Register all nodes in one vault, put the host into a host group, and configure the broker.",
  limits: limitIds,
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "host",
  check(host, { limits }) {
    if ((host.kind ?? "hyperv") !== "hyperv") return notApplicable;
    return limitIds.some((id) => limits.find(id) !== undefined) ? judgePlace(host, limits) : notApplicable;
  },
});

function judgePlace(host: Host, limits: LimitsInScope): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  const vault = limits.find("hyperv.cluster.one-vault");
  if (vault !== undefined && host.clustered !== false) {
    const one = knownBoolean(host.clusterInOneVault);
    if (one === undefined)
      outcomes.push(missing(host.clustered === true ? "clusterInOneVault" : "clustered"));
    if (one === false) {
      outcomes.push(
        violation(vault, {
          subject: hostSubject(host),
          observed: "nodes in several vaults",
          message: "Not every node of the host's cluster is registered in the same vault.",
          path: "clusterInOneVault",
        }),
      );
    }
  }
  const managed = limits.find("hyperv.managed-by-vmm");
  if (managed !== undefined) {
    const known = knownBoolean(host.managedByVmm);
    if (known === undefined) outcomes.push(missing("managedByVmm"));
    if (known === false) {
      outcomes.push(
        violation(managed, {
          subject: hostSubject(host),
          observed: "not in VMM",
          message: "The host is not managed in a VMM cloud.",
          path: "managedByVmm",
        }),
      );
    }
  }
  const group = limits.find("hyperv.host-group");
  if (group !== undefined) {
    if (host.hostGroup === undefined) outcomes.push(missing("hostGroup"));
    if (host.hostGroup === null) {
      outcomes.push(
        violation(group, {
          subject: hostSubject(host),
          observed: "no host group",
          message: "The host is in no host group of VMM.",
          path: "hostGroup",
        }),
      );
    }
  }
  const broker = limits.find("hyperv.cluster.replica-broker");
  if (broker !== undefined && host.clustered !== false && knownString(host.version) === stringOf(broker)) {
    outcomes.push(...judgeBroker(host, broker));
  }
  return outcomes;
}

/** A cluster of that release with static addresses does not get its broker by itself. */
function judgeBroker(host: Host, broker: Limit): readonly Outcome[] {
  if (host.clustered === undefined) return [missing("clustered")];
  if (host.clusterIpAssignment === "dhcp") return [];
  const configured = knownBoolean(host.replicaBrokerConfigured);
  if (configured === true) return [];
  if (configured === undefined) return [missing("replicaBrokerConfigured")];
  if (host.clusterIpAssignment === undefined) return [missing("clusterIpAssignment")];
  return [
    violation(broker, {
      subject: hostSubject(host),
      observed: "no replica broker",
      message: "The host's cluster has static addresses and no Hyper-V Replica Broker.",
      path: "replicaBrokerConfigured",
    }),
  ];
}
