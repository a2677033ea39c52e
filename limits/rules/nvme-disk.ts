import { judgeDisks } from "../checks/disks";
import { releaseOf } from "../checks/release";
import { listingOf } from "../checks/release-lists";
import { isRecord, parsedOnce } from "../checks/json";
import { knownBoolean } from "../facts/known";
import type { Limit } from "../matrix/schema";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

const families = parsedOnce((limit: Limit): readonly string[] =>
  isRecord(limit.value) && Array.isArray(limit.value["families"]) ? limit.value["families"].map(String) : [],
);

/** The releases beside whole families, as a limit of their own shape for the list reader. */
const releases = parsedOnce((limit: Limit): Limit => ({
  ...limit,
  value: isRecord(limit.value) && Array.isArray(limit.value["releases"]) ? limit.value["releases"] : [],
}));

export const rule = defineRule({
  name: "nvme-disk",
  ref: "ASR-0148",
  title: "NVMe disks are attached where the operating system allows it",
  rationale:
    "Disks behind NVMe controllers are supported for some operating systems only, and never mixed with local NVMe.",
  remedy: "Attach the disks through SCSI, or choose a machine size without NVMe.",
  limits: ["machine.disk.nvme.operating-systems", "machine.disk.nvme.mixed"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("machine.disk.nvme.operating-systems");
    if (limit === undefined) return notApplicable;
    const outcomes: Outcome[] = [
      ...judgeDisks(machine, "controller", (disk) => {
        if (disk.facts.controller === undefined) return missing("disks[].controller");
        if (disk.facts.controller !== "nvme") return undefined;
        const release = releaseOf(machine);
        if (release.family === undefined) return missing("os.family");
        if (families(limit).includes(release.family)) return undefined;
        const listing = listingOf(release, releases(limit));
        if (listing.kind === "listed") return undefined;
        if (listing.kind === "undecided") return missing(listing.missing);
        return violation(limit, {
          subject: disk.subject,
          observed: `nvme on ${release.text}`,
          message: `The disk is attached by NVMe, which is not supported on ${release.text}.`,
          path: disk.path("controller"),
        });
      }),
    ];
    const mixed = limits.find("machine.disk.nvme.mixed");
    if (mixed !== undefined) {
      const controllers = knownBoolean(machine.azure?.mixedDiskControllers);
      if (controllers === undefined) outcomes.push(missing("azure.mixedDiskControllers"));
      if (controllers === true) {
        outcomes.push(
          violation(mixed, {
            subject: "disk controllers",
            observed: "mixed controllers",
            message: "The machine has disk controllers of several kinds, or local NVMe.",
            path: "azure.mixedDiskControllers",
          }),
        );
      }
    }
    return outcomes;
  },
});
