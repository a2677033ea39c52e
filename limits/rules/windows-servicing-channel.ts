import { unlessFamily } from "../checks/answers";
import { knownString } from "../facts/known";
import { defineRule, kept, missing, notApplicable, stringOf, violation } from "./rule";

export const rule = defineRule({
  name: "windows-servicing-channel",
  ref: "ASR-0122",
  title: "Windows is a Long-Term Servicing Channel build",
  rationale: "Builds of the Semi-Annual Channel are not supported, whatever their release is called.",
  remedy: "Move the workload to a Long-Term Servicing Channel build of the same release.",
  limits: ["machine.os.windows.servicing-channel"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("machine.os.windows.servicing-channel");
    if (limit === undefined) return notApplicable;
    const other = unlessFamily(machine, "windows");
    if (other !== undefined) return other;
    const channel = knownString(machine.os?.servicingChannel);
    if (channel === undefined) return [missing("os.servicingChannel")];
    if (channel === stringOf(limit)) return kept;
    return [
      violation(limit, {
        subject: "operating system",
        observed: channel,
        message: `The machine runs a build of the ${channel} channel; only ${stringOf(limit)} builds are supported.`,
        path: "os.servicingChannel",
      }),
    ];
  },
});
