import { knownObjects, knownString } from "../facts/known";
import type { Machine } from "../facts/machine";
import { missing, violation, type Missing, type RuleContext, type Violation } from "../rules/rule";
import { boundaryOf } from "./boundary";
import { hostSubject } from "./site";
import { boundaryOfVersion } from "./version-boundary";

/** Large disks of Hyper-V machines need a recent replication provider on their host. */
export function judgeProvider(
  machine: Machine,
  sizeGiB: number,
  { limits, site }: RuleContext,
): Violation | Missing | undefined {
  const provider = limits.find("hyperv.provider.large-disks");
  const large = limits.find("hyperv.large-disk");
  if (provider === undefined || large === undefined) return undefined;
  if (!boundaryOf(large).admits(sizeGiB, "GiB")) return undefined;
  const host = knownObjects(site?.hosts)?.find((candidate) => candidate.name === machine.host);
  const version = knownString(host?.providerVersion);
  const admitted = boundaryOfVersion(provider).admits(version);
  if (host === undefined || admitted === undefined) return missing("hosts[].providerVersion");
  if (admitted) return undefined;
  return violation(provider, {
    subject: hostSubject(host),
    observed: `provider ${version ?? ""}`,
    message: `A disk of ${sizeGiB} GiB needs a Hyper-V replication provider ${boundaryOfVersion(provider).text}; the host has ${version ?? ""}.`,
    remedy: "Update the replication provider on the host.",
    path: "host",
  });
}
