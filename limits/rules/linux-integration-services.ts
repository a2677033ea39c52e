import { unlessFamily } from "../checks/answers";
import { judgeFlag } from "../checks/flag";
import { releaseOf } from "../checks/release";
import { listingOf } from "../checks/release-lists";
import { knownBoolean } from "../facts/known";
import { defineRule, missing, notApplicable } from "./rule";

export const rule = defineRule({
  name: "linux-integration-services",
  ref: "ASR-0119",
  title: "Old Linux releases have Linux Integration Services installed",
  rationale:
    "Their kernels lack the Hyper-V drivers that Azure needs: without the components the machine does not boot there.",
  remedy: "Install the Linux Integration Services components before failing over.",
  limits: ["linux.integration-services", "linux.integration-services.releases"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const releases = limits.find("linux.integration-services.releases");
    if (releases === undefined) return notApplicable;
    const other = unlessFamily(machine, "linux");
    if (other !== undefined) return other;
    const listing = listingOf(releaseOf(machine), releases);
    if (listing.kind === "undecided") return [missing(listing.missing)];
    if (listing.kind === "unlisted") return notApplicable;
    return judgeFlag(limits, {
      limit: "linux.integration-services",
      fact: "os.lisInstalled",
      value: knownBoolean(machine.os?.lisInstalled),
      subject: "operating system",
      observed: "no Linux Integration Services",
      message: `${releaseOf(machine).text} has no Linux Integration Services and would not boot in Azure.`,
    });
  },
});
