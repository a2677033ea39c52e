import { isRecord, parsedOnce, textIn } from "../checks/json";
import { knownString } from "../facts/known";
import type { Limit } from "../matrix/schema";
import { compareVersions, isOfLine, parseVersion } from "../versions";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

interface PowerCli {
  readonly version: string;
  /** Not needed from this version of the configuration server on. */
  readonly beforeServer: string | undefined;
}

const powerCliOf = parsedOnce((limit: Limit): PowerCli => {
  const value = isRecord(limit.value) ? limit.value : {};
  return { version: textIn(value, "version"), beforeServer: knownString(value["beforeServer"]) };
});

export const rule = defineRule({
  name: "configuration-server-powercli",
  ref: "ASR-0188",
  title: "The configuration server has the PowerCLI it needs",
  rationale: "Older configuration servers discover machines through VMware vSphere PowerCLI.",
  remedy: "Install that release of VMware vSphere PowerCLI, or update the configuration server.",
  limits: ["configuration-server.powercli"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "configuration-server",
  check(server, { limits }) {
    const limit = limits.find("configuration-server.powercli");
    if (limit === undefined) return notApplicable;
    const { version, beforeServer } = powerCliOf(limit);
    const wanted = parseVersion(version) ?? [];
    const text = knownString(server.powerCliVersion);
    const installed = parseVersion(text);
    if (installed !== undefined && isOfLine(installed, wanted)) return kept;
    if (beforeServer !== undefined) {
      const release = parseVersion(server.version);
      if (release === undefined) return [missing("version")];
      if (compareVersions(release, parseVersion(beforeServer) ?? []) >= 0) return kept;
    }
    if (text === undefined) return [missing("powerCliVersion")];
    return [
      violation(limit, {
        subject: "PowerCLI",
        observed: text,
        message: `PowerCLI is ${text}; the configuration server needs ${version}.`,
        path: "powerCliVersion",
      }),
    ];
  },
});
