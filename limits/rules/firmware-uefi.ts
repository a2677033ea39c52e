import { listingOf } from "../checks/release-lists";
import { releaseOf } from "../checks/release";
import { isGeneration2 } from "../checks/generation";
import { defineRule, kept, missing, notApplicable, stringsOf, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "firmware-uefi",
  ref: "ASR-0113",
  title: "The machine boots by a firmware that the edition supports",
  rationale:
    "Machines that boot by UEFI are converted, refused or taken for migration only, depending on the edition.",
  remedy:
    "Replicate for migration where the edition allows it, judge by an edition that supports UEFI, or rebuild the machine for BIOS.",
  limits: ["machine.firmware", "machine.uefi.operating-systems"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const firmwares = limits.find("machine.firmware");
    const systems = limits.find("machine.uefi.operating-systems");
    if (firmwares === undefined && systems === undefined) return notApplicable;
    const uefi = isGeneration2(machine);
    if (uefi === undefined) return [missing("firmware")];
    if (!uefi) return kept;
    const outcomes: Outcome[] = [];
    if (firmwares !== undefined && !stringsOf(firmwares).includes("uefi")) {
      outcomes.push(
        violation(firmwares, {
          subject: "firmware",
          observed: machine.firmware === "uefi" ? "uefi" : "generation 2",
          message: `The machine boots by UEFI; supported: ${stringsOf(firmwares).join(", ")}.`,
          path: machine.firmware === "uefi" ? "firmware" : "generation",
        }),
      );
    }
    if (systems !== undefined) {
      const release = releaseOf(machine);
      const listing =
        release.family === "linux" ? { kind: "unlisted" as const } : listingOf(release, systems);
      if (listing.kind === "undecided") outcomes.push(missing(listing.missing));
      if (listing.kind === "unlisted") {
        outcomes.push(
          violation(systems, {
            subject: "operating system",
            observed: `${release.text} on UEFI`,
            message: `${release.text} boots by UEFI; only newer releases of Windows Server may.`,
            path: "os.version",
          }),
        );
      }
    }
    return outcomes;
  },
});
