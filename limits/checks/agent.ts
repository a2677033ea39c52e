import { knownString } from "../facts/known";
import type { Machine } from "../facts/machine";
import type { Limit } from "../matrix/schema";
import { missing, violation, stringOf, type Missing, type Violation } from "../rules/rule";
import { compareVersions, parseVersion } from "../versions";

/** Whether the machine's Mobility Service is below a version; undefined: its version is not known. */
export function isAgentBelow(machine: Machine, version: string): boolean | undefined {
  const agent = parseVersion(machine.mobilityServiceVersion);
  return agent === undefined ? undefined : compareVersions(agent, parseVersion(version) ?? []) < 0;
}

/** Judges a limit that is the lowest Mobility Service version for something the machine has. */
export function judgeAgent(
  machine: Machine,
  limit: Limit,
  what: { readonly subject: string; readonly has: string },
): Violation | Missing | undefined {
  const below = isAgentBelow(machine, stringOf(limit));
  if (below === undefined) return missing("mobilityServiceVersion");
  if (!below) return undefined;
  const version = knownString(machine.mobilityServiceVersion) ?? "";
  return violation(limit, {
    subject: what.subject,
    observed: `Mobility Service ${version}`,
    message: `${what.has} needs Mobility Service ${stringOf(limit)} or later; this machine has ${version}.`,
    remedy: `Update the Mobility Service to ${stringOf(limit)} or later.`,
    path: "mobilityServiceVersion",
  });
}
