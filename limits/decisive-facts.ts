import { replicatedDisks } from "./checks/disks";
import { releaseOf } from "./checks/release";
import { knownString } from "./facts/known";
import type { Machine } from "./facts/machine";
import { judgeGuestOs } from "./rules/guest-os-supported";
import { judgeKernel } from "./rules/linux-kernel-supported";
import { notApplicable, type Answer, type RuleContext } from "./rules/rule";

/**
 * The decisive facts that a machine lacks, named as in the estate document. Without one of them a machine
 * that has no error is `unknown`: the operating system's family, name and version (with its minor number
 * or service pack where the edition lists them), every disk's size and which one holds the system, and
 * kernel and Mobility Service version where the edition lists kernels for the distribution.
 */
export function missingDecisiveFacts(machine: Machine, context: RuleContext): readonly string[] {
  const lacks = new Set<string>();
  // Nothing can be done about a machine that nobody can name.
  if (knownString(machine.name) === undefined) lacks.add("name");
  const release = releaseOf(machine);
  if (release.family === undefined) lacks.add("os.family");
  // A system that is neither Windows nor Linux is told by its family.
  else if (release.family !== "other") {
    if (release.name === undefined) lacks.add("os.name");
    if (release.version === undefined) lacks.add("os.version");
  }
  const disks = replicatedDisks(machine);
  if (disks === undefined) {
    lacks.add("disks[].sizeGiB").add("disks[].os");
  } else {
    if (disks.some((disk) => disk.sizeGiB === undefined)) lacks.add("disks[].sizeGiB");
    if (!disks.some((disk) => disk.os === true)) lacks.add("disks[].os");
  }
  for (const fact of missingOf(judgeGuestOs(machine, context))) {
    // The Mobility Service is decisive for kernels only.
    if (fact.startsWith("os.") && (fact !== "os.servicePack" || release.family === "linux")) lacks.add(fact);
  }
  for (const fact of missingOf(judgeKernel(machine, context))) lacks.add(fact);
  return [...lacks];
}

function missingOf(answer: Answer): readonly string[] {
  return answer === notApplicable
    ? []
    : answer.flatMap((outcome) => (outcome.kind === "missing" ? outcome.facts : []));
}
