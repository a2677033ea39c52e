import { knownString } from "../facts/known";
import { isRecord, parsedOnce, textsIn } from "../checks/json";
import type { Limit } from "../matrix/schema";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

interface Releases {
  readonly releases: readonly string[];
  /** In the order they came: with it, later releases than the first listed one are in as well. */
  readonly order: readonly string[];
}

const releasesOf = parsedOnce((limit: Limit): Releases => {
  const value = isRecord(limit.value) ? limit.value : {};
  const list = (key: string): readonly string[] => textsIn(value, key);
  return { releases: list("releases"), order: list("order") };
});

export const rule = defineRule({
  name: "vmm-version",
  ref: "ASR-0180",
  title: "VMM is a listed release of System Center",
  rationale: "The replication provider is installed on VMM and supports the listed releases only.",
  remedy: "Upgrade VMM to a listed release.",
  limits: ["vmm.versions"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "vmm",
  check(vmm, { limits }) {
    const limit = limits.find("vmm.versions");
    if (limit === undefined) return notApplicable;
    const release = knownString(vmm.version)
      ?.replace(/^(system center|vmm)\s+/i, "")
      .replace(/(\d)R2$/i, "$1 R2");
    if (release === undefined) return [missing("version")];
    const { releases, order } = releasesOf(limit);
    if (releases.includes(release)) return kept;
    const [floor = ""] = releases;
    const position = order.indexOf(release);
    if (order.length > 0 && position < 0) return [missing("version")];
    if (order.length > 0 && position >= order.indexOf(floor)) return kept;
    return [
      violation(limit, {
        subject: "VMM",
        observed: release,
        message: `VMM is ${release}; supported: ${releases.join(", ")}${order.length > 0 ? " or later" : ""}.`,
        path: "version",
      }),
    ];
  },
});
