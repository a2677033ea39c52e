import { hostsOf, hostSubject } from "../checks/site";
import { knownObject, knownObjects, knownString } from "../facts/known";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "management-network",
  ref: "ASR-0170",
  title: "vSphere hosts and vCenter Server share the process server's network",
  rationale: "Replication data and discovery take the short way when they lie in one network.",
  remedy: "Move the process server next to the hosts, or set up another one there.",
  limits: ["vmware.network-locality"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "estate",
  check(estate, { limits }) {
    const limit = limits.find("vmware.network-locality");
    if (limit === undefined) return notApplicable;
    const servers = knownObjects(estate.processServers) ?? [];
    // Unless there is a dedicated process server it lies on the configuration server.
    const own =
      servers.length > 0
        ? servers.map((server) => server.network)
        : [knownObject(estate.configurationServer).network];
    const networks = own.map((network) => knownString(network));
    if (networks.includes(undefined)) {
      return [missing(servers.length > 0 ? "processServers[].network" : "configurationServer.network")];
    }
    const outcomes: Outcome[] = [];
    const judge = (network: unknown, subject: string, path: string, fact: string): void => {
      const seen = knownString(network);
      if (seen === undefined) outcomes.push(missing(fact));
      else if (!networks.includes(seen)) {
        outcomes.push(
          violation(limit, {
            subject,
            observed: seen,
            message: `It lies in ${seen}, the process server in ${networks.join(", ")}.`,
            path,
          }),
        );
      }
    };
    hostsOf(estate, "vsphere")?.forEach((host, index) => {
      judge(host.network, hostSubject(host, index), `hosts[${index}].network`, "hosts[].network");
    });
    if (estate.vcenter !== undefined)
      judge(knownObject(estate.vcenter).network, "vCenter Server", "vcenter.network", "vcenter.network");
    return outcomes;
  },
});
