import { boundaryOf } from "../checks/boundary";
import { knownNumber, knownObjects, knownString } from "../facts/known";
import type { Vmm } from "../facts/site";
import { defineRule, missing, notApplicable, violation, type LimitsInScope, type Outcome } from "./rule";

const limitIds = [
  "vmm.min-clouds",
  "vmm.min-clouds.single",
  "vmm.cloud.min-host-groups",
  "vmm.host-group.min-hosts",
];

export const rule = defineRule({
  name: "vmm-clouds",
  ref: "ASR-0181",
  title: "VMM has clouds with host groups and hosts",
  rationale:
    "Replication is set up between clouds; a cloud without hosts has nothing to protect or to recover to.",
  remedy: "Create the cloud, add a host group to it, and put hosts into the group.",
  limits: limitIds,
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "vmm",
  check: (vmm, { limits }) =>
    limitIds.some((id) => limits.find(id) !== undefined) ? judgeClouds(vmm, limits) : notApplicable,
});

function judgeClouds(vmm: Vmm, limits: LimitsInScope): readonly Outcome[] {
  const clouds = knownObjects(vmm.clouds);
  if (clouds === undefined) return [missing("clouds")];
  const outcomes: Outcome[] = [];
  // One VMM server replicates between two clouds of its own.
  const count =
    limits.find(vmm.topology === "single" ? "vmm.min-clouds.single" : "vmm.min-clouds") ??
    limits.find("vmm.min-clouds");
  if (count !== undefined && !boundaryOf(count).admits(clouds.length, "clouds")) {
    outcomes.push(
      violation(count, {
        subject: "VMM",
        observed: `${clouds.length} clouds`,
        message: `VMM has ${clouds.length} clouds; it needs ${boundaryOf(count).text}.`,
        path: "clouds",
      }),
    );
  }
  const groups = limits.find("vmm.cloud.min-host-groups");
  const hosts = limits.find("vmm.host-group.min-hosts");
  clouds.forEach((cloud, index) => {
    const subject = `cloud ${knownString(cloud.name) ?? index + 1}`;
    const hostGroups = knownNumber(cloud.hostGroups);
    if (groups !== undefined) {
      if (hostGroups === undefined) outcomes.push(missing("clouds[].hostGroups"));
      else if (!boundaryOf(groups).admits(hostGroups, "host groups")) {
        outcomes.push(
          violation(groups, {
            subject,
            observed: `${hostGroups} host groups`,
            message: `The cloud has ${hostGroups} host groups; it needs ${boundaryOf(groups).text}.`,
            path: `clouds[${index}].hostGroups`,
          }),
        );
      }
    }
    if (hosts !== undefined) {
      const empty = knownNumber(cloud.emptyHostGroups);
      if (empty === undefined) outcomes.push(missing("clouds[].emptyHostGroups"));
      else if (empty > 0) {
        outcomes.push(
          violation(hosts, {
            subject,
            observed: `${empty} host groups without a host`,
            message: `${empty} host groups of the cloud hold neither host nor cluster; each needs ${boundaryOf(hosts).text}.`,
            path: `clouds[${index}].emptyHostGroups`,
          }),
        );
      }
    }
  });
  return outcomes;
}
