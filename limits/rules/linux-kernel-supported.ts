import { kernelListsOf, type KernelList } from "../checks/kernel-lists";
import { matches, releaseOf, type Release } from "../checks/release";
import { knownBoolean, knownString } from "../facts/known";
import type { Machine } from "../facts/machine";
import { parseKernel, type Kernel } from "../kernels";
import type { Limit } from "../matrix/schema";
import { compareVersions, parseVersion, type Version } from "../versions";
import { defineRule, kept, missing, notApplicable, violation, type Answer, type RuleContext } from "./rule";

export const rule = defineRule({
  name: "linux-kernel-supported",
  ref: "ASR-0117",
  title: "The Linux kernel is one that the Mobility Service supports",
  rationale:
    "The Mobility Service filters disk writes in the kernel; on a kernel it was not built for, replication does not start.",
  remedy:
    "Boot a listed kernel, or update the Mobility Service to a version that lists the kernel, before enabling replication.",
  limits: ["machine.kernel.lists"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check: judgeKernel,
});

/** The check itself, which also tells which facts about the kernel are decisive. */
export function judgeKernel(machine: Machine, { limits }: RuleContext): Answer {
  const limit = limits.find("machine.kernel.lists");
  if (limit === undefined) return notApplicable;
  const release = releaseOf(machine);
  if (release.family === undefined) return [missing("os.family")];
  if (release.family !== "linux") return notApplicable;
  const { byName, cumulative } = kernelListsOf(limit);
  if (release.name === undefined) return [missing("os.name")];
  const lists = byName.get(release.name);
  if (lists === undefined) return notApplicable;
  const found = listsFor(release, lists);
  if (typeof found === "string") return [missing(found)];
  if (found.length === 0) return notApplicable;
  const kernel = parseKernel(machine.os?.kernel);
  const agent = parseVersion(machine.mobilityServiceVersion);
  const lacks = [
    ...(kernel === undefined ? ["os.kernel"] : []),
    ...(agent === undefined ? ["mobilityServiceVersion"] : []),
  ];
  if (kernel === undefined || agent === undefined) return [missing(...lacks)];
  return cumulative
    ? judgeCumulative(machine, limit, kernel, agent, found)
    : judgeSame(machine, limit, kernel, agent, found);
}

/** The lists of a release, or the fact that tells which ones they are. */
function listsFor(release: Release, lists: readonly KernelList[]): readonly KernelList[] | string {
  const found: KernelList[] = [];
  for (const list of lists) {
    const match = matches(release, list.row);
    if (match === "yes") found.push(list);
    else if (match !== "no") return match.missing;
  }
  if (found.some((list) => list.servicePack !== undefined) && release.servicePack === undefined)
    return "os.servicePack";
  return found;
}

function isFor(list: KernelList, machine: Machine): boolean {
  return list.servicePack === undefined || list.servicePack === releaseOf(machine).servicePack;
}

/** Each Mobility Service version has a list of its own; versions without one are not known. */
function judgeSame(
  machine: Machine,
  limit: Limit,
  kernel: Kernel,
  agent: Version,
  found: readonly KernelList[],
): Answer {
  const same = found.filter((list) => compareVersions(list.mobilityService, agent.slice(0, 2)) === 0);
  if (same.length === 0) return [missing("mobilityServiceVersion")];
  const mine = same.filter((list) => isFor(list, machine));
  return mine.some((list) => list.has(kernel)) ? kept : [unlisted(machine, limit, mine)];
}

/** Newer versions support what older ones do; lists name everything or only additions. */
function judgeCumulative(
  machine: Machine,
  limit: Limit,
  kernel: Kernel,
  agent: Version,
  found: readonly KernelList[],
): Answer {
  const mine = found.filter((list) => isFor(list, machine));
  const line = agent.slice(0, 2);
  const reached = (list: KernelList): boolean => compareVersions(list.mobilityService, line) <= 0;
  const naming = mine.filter((list) => list.has(kernel));
  if (naming.some(reached)) return kept;
  if (mine.some((list) => list.stockKernels)) {
    const stock = knownBoolean(machine.os?.stockKernel);
    if (stock === true) return kept;
    if (stock === undefined) return [missing("os.stockKernel")];
  }
  const closed = mine.filter((list) => list.closed);
  if (naming.length > 0) {
    // Named by newer versions only. A closed list alone does not say when the kernel was added to it.
    const ownList = closed.some((list) => compareVersions(list.mobilityService, line) === 0);
    return ownList || naming.some((list) => !list.closed)
      ? [unlisted(machine, limit, naming)]
      : [missing("mobilityServiceVersion")];
  }
  const closedForAgent = closed.some((list) => compareVersions(list.mobilityService, line) >= 0);
  const elsewhere = mine.some((list) => list.elsewhere && reached(list));
  if (!closedForAgent || elsewhere) return [missing("mobilityServiceVersion")];
  return [unlisted(machine, limit, closed)];
}

function unlisted(machine: Machine, limit: Limit, lists: readonly KernelList[]) {
  const kernel = knownString(machine.os?.kernel) ?? "";
  const agent = knownString(machine.mobilityServiceVersion) ?? "";
  const versions = [...new Set(lists.map((list) => list.mobilityServiceText))].join(", ");
  return violation(limit, {
    subject: "kernel",
    observed: `${kernel} with Mobility Service ${agent}`,
    message: `Kernel ${kernel} of ${releaseOf(machine).text} is not listed for Mobility Service ${agent}${
      versions === "" ? "" : ` (lists looked at: ${versions})`
    }.`,
    value: lists.map((list) => list.record),
    path: "os.kernel",
  });
}
