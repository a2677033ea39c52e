import { releaseOf } from "../checks/release";
import { defineRule, kept, missing, notApplicable, stringsOf, violation } from "./rule";

export const rule = defineRule({
  name: "windows-server-end-of-support",
  ref: "ASR-0069",
  title: "Windows Server is of a release in support",
  rationale: "Releases out of support get no fixes; an upgrade or migration should be planned.",
  remedy: "Upgrade the operating system, or plan its migration.",
  limits: ["retirement.windows-server"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("retirement.windows-server");
    // Where the list of operating systems says so already, once is enough.
    if (limit === undefined || limits.find("machine.os.windows.end-of-support") !== undefined) {
      return notApplicable;
    }
    const release = releaseOf(machine);
    if (release.family === "linux" || release.family === "other") return notApplicable;
    if (release.name === undefined) return [missing("os.name")];
    if (release.name !== "Windows Server") return notApplicable;
    if (release.version === undefined) return [missing("os.version")];
    if (!stringsOf(limit).includes(release.version)) return kept;
    return [
      violation(limit, {
        subject: "operating system",
        observed: release.text,
        message: `${release.text} is out of support.`,
        path: "os.version",
      }),
    ];
  },
});
