import { releaseOf } from "../checks/release";
import { defineRule, kept, missing, notApplicable, stringsOf, violation } from "./rule";

export const rule = defineRule({
  name: "centos-end-of-life",
  ref: "ASR-0070",
  title: "Linux is of a distribution that still lives",
  rationale: "A distribution at its end of life gets no fixes, and no agent for new kernels.",
  remedy: "Migrate the machine to a distribution in support.",
  limits: ["retirement.centos"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("retirement.centos");
    if (limit === undefined) return notApplicable;
    const release = releaseOf(machine);
    if (release.family === "windows" || release.family === "other") return notApplicable;
    if (release.name === undefined) return [missing("os.name")];
    if (!stringsOf(limit).includes(release.name)) return kept;
    return [
      violation(limit, {
        subject: "operating system",
        observed: release.text,
        message: `${release.name} has reached its end of life.`,
        path: "os.name",
      }),
    ];
  },
});
