import { unlessFamily } from "../checks/answers";
import { knownString } from "../facts/known";
import { defineRule, kept, missing, notApplicable, stringOf, violation } from "./rule";

export const rule = defineRule({
  name: "windows-system-drive",
  ref: "ASR-0125",
  title: "Windows is installed on the expected drive",
  rationale:
    "The document asks for the operating system on one drive; elsewhere installation of the Mobility Service is not covered.",
  remedy: "Reinstall the system on that drive, or protect the machine by other means.",
  limits: ["windows.system-drive"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("windows.system-drive");
    if (limit === undefined) return notApplicable;
    const other = unlessFamily(machine, "windows");
    if (other !== undefined) return other;
    const text = knownString(machine.osDrive);
    // Inventories write C, C:, C:\ and C:\Windows.
    const drive = text === undefined ? undefined : /^([A-Za-z])(?::.*)?$/.exec(text)?.[1]?.toUpperCase();
    if (drive === undefined) return [missing("osDrive")];
    if (`${drive}:` === stringOf(limit)) return kept;
    return [
      violation(limit, {
        subject: "operating system",
        observed: `${drive}:`,
        message: `Windows is installed on ${drive}:, not on ${stringOf(limit)}.`,
        path: "osDrive",
      }),
    ];
  },
});
