import { unlessFamily } from "../checks/answers";
import { judgeFlag } from "../checks/flag";
import { isAgentBelow } from "../checks/agent";
import { listingOf } from "../checks/release-lists";
import { releaseOf } from "../checks/release";
import { knownBoolean } from "../facts/known";
import { defineRule, kept, missing, notApplicable, stringOf } from "./rule";

export const rule = defineRule({
  name: "windows-sha2",
  ref: "ASR-0166",
  title: "Old Windows releases trust SHA-2 signatures",
  rationale:
    "Newer releases of the Mobility Service are signed with SHA-2 only; without the updates they do not install.",
  remedy: "Install the servicing stack update and the SHA-2 update before updating the Mobility Service.",
  limits: [
    "windows.sha2-support",
    "windows.sha2-support.releases",
    "windows.sha2-support.min-mobility-service",
  ],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const releases = limits.find("windows.sha2-support.releases");
    const from = limits.find("windows.sha2-support.min-mobility-service");
    if (releases === undefined || from === undefined) return notApplicable;
    const other = unlessFamily(machine, "windows");
    if (other !== undefined) return other;
    const listing = listingOf(releaseOf(machine), releases);
    if (listing.kind === "undecided") return [missing(listing.missing)];
    if (listing.kind === "unlisted") return notApplicable;
    const below = isAgentBelow(machine, stringOf(from));
    if (below === true) return kept;
    if (below === undefined && machine.os?.sha2Support !== true) return [missing("mobilityServiceVersion")];
    return judgeFlag(limits, {
      limit: "windows.sha2-support",
      fact: "os.sha2Support",
      value: knownBoolean(machine.os?.sha2Support),
      subject: "operating system",
      observed: "no SHA-2 support",
      message: `${releaseOf(machine).text} lacks the updates for SHA-2 signatures.`,
    });
  },
});
