import { unlessFamily } from "../checks/answers";
import { knownString } from "../facts/known";
import { compareVersions, parseVersion } from "../versions";
import { defineRule, kept, missing, notApplicable, stringOf, violation } from "./rule";

export const rule = defineRule({
  name: "linux-python",
  ref: "ASR-0121",
  title: "Linux machines have Python for the Azure guest agent",
  rationale: "The Azure guest agent is installed on the failed-over machine and runs on Python.",
  remedy: "Install a Python of that version or later on the source machine.",
  limits: ["linux.python.min-version"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("linux.python.min-version");
    if (limit === undefined) return notApplicable;
    const other = unlessFamily(machine, "linux");
    if (other !== undefined) return other;
    const text = knownString(machine.os?.pythonVersion);
    const version = parseVersion(text);
    if (text === undefined || version === undefined) return [missing("os.pythonVersion")];
    if (compareVersions(version, parseVersion(stringOf(limit)) ?? []) >= 0) return kept;
    return [
      violation(limit, {
        subject: "operating system",
        observed: `Python ${text}`,
        message: `The machine has Python ${text}; ${stringOf(limit)} or later is needed.`,
        path: "os.pythonVersion",
      }),
    ];
  },
});
