import { isRecord, parsedOnce, numberIn } from "../checks/json";
import { knownString } from "../facts/known";
import type { Limit } from "../matrix/schema";
import { compareVersions, parseVersion, type Version } from "../versions";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

interface Window {
  readonly oldest: Version;
  readonly text: string;
}

/** The oldest supported version: so many releases before the newest one. */
const windowOf = parsedOnce((limit: Limit): Window => {
  const value = isRecord(limit.value) ? limit.value : {};
  const [major = 0, minor = 0] = parseVersion(value["newest"]) ?? [];
  const oldest = [major, minor - numberIn(value, "releasesBefore")];
  return { oldest, text: oldest.join(".") };
});

export const rule = defineRule({
  name: "mobility-service-support",
  ref: "ASR-0155",
  title: "The Mobility Service is one of the supported releases",
  rationale:
    "The newest release and a few before it are supported; older ones may stop replicating and cannot be updated in one step.",
  remedy: "Update the Mobility Service, in steps where it is far behind.",
  limits: ["mobility-service.support-window"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("mobility-service.support-window");
    if (limit === undefined) return notApplicable;
    const text = knownString(machine.mobilityServiceVersion);
    const version = parseVersion(text);
    if (text === undefined || version === undefined) return [missing("mobilityServiceVersion")];
    const { oldest, text: oldestText } = windowOf(limit);
    if (compareVersions(version, oldest) >= 0) return kept;
    return [
      violation(limit, {
        subject: "Mobility Service",
        observed: text,
        message: `The Mobility Service is ${text}; ${oldestText} is the oldest supported release.`,
        path: "mobilityServiceVersion",
      }),
    ];
  },
});
