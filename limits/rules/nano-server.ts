import { knownString } from "../facts/known";
import { releaseOf } from "../checks/release";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

export const rule = defineRule({
  name: "nano-server",
  ref: "ASR-0106",
  title: "Windows Server is not installed as Nano Server",
  rationale: "The Mobility Service does not run on Nano Server, although the release itself is listed.",
  remedy: "Move the workload to Server Core or to Windows Server with Desktop Experience.",
  limits: ["machine.os.windows.nano"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("machine.os.windows.nano");
    if (limit === undefined) return notApplicable;
    const { family, name, version } = releaseOf(machine);
    if (family === undefined) return [missing("os.family")];
    if (family !== "windows" || (name !== undefined && name !== "Windows Server")) return notApplicable;
    if (version !== undefined && version !== limit.value) return notApplicable;
    const { edition } = machine.os ?? {};
    const installed = knownString(edition);
    // `null` says: the ordinary installation.
    if (edition !== null && installed === undefined) return [missing("os.edition")];
    if (installed === undefined || !/nano/i.test(installed)) return kept;
    return [
      violation(limit, {
        subject: "operating system",
        observed: installed,
        message: "The machine runs Nano Server, which is not supported.",
        path: "os.edition",
      }),
    ];
  },
});
