import { boundaryOf } from "../checks/boundary";
import { releaseOf } from "../checks/release";
import { knownNumber, knownObjects, knownString } from "../facts/known";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

export const rule = defineRule({
  name: "os-volume-size",
  ref: "ASR-0090",
  title: "The operating-system volume is no larger than the service takes",
  rationale: "A machine whose operating-system volume is too large cannot be failed over.",
  remedy: "Move data off the operating-system volume and shrink it.",
  limits: ["azure-vm.os-volume.max-size"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("azure-vm.os-volume.max-size");
    if (limit === undefined) return notApplicable;
    const volumes = knownObjects(machine.volumes);
    if (volumes === undefined) return [missing("volumes[].sizeGiB")];
    const { family } = releaseOf(machine);
    if (family === undefined) return [missing("os.family")];
    const mount = family === "windows" ? knownString(machine.osDrive) : "/";
    if (mount === undefined) return [missing("osDrive")];
    const index = volumes.findIndex((volume) => sameMount(knownString(volume.mount), mount));
    const size = knownNumber(volumes[index]?.sizeGiB);
    if (size === undefined) return [missing("volumes[].sizeGiB")];
    const bound = boundaryOf(limit);
    if (bound.admits(size, "GiB")) return kept;
    return [
      violation(limit, {
        subject: `volume ${mount}`,
        observed: `${size} GiB`,
        message: `The operating-system volume has ${size} GiB; ${bound.text} is supported.`,
        path: `volumes[${index}].sizeGiB`,
      }),
    ];
  },
});

function sameMount(mount: string | undefined, wanted: string): boolean {
  const plain = (text: string): string => text.toUpperCase().replace(/[:\\]+$/, "");
  return mount !== undefined && plain(mount) === plain(wanted);
}
