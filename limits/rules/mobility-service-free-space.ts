import { releaseOf } from "../checks/release";
import { boundaryOf } from "../checks/boundary";
import { holdingVolume, type SeenVolume, volumesOf } from "../checks/volumes";
import { knownString } from "../facts/known";
import type { Machine } from "../facts/machine";
import type { Limit } from "../matrix/schema";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

/** Windows has no root; its system drive stands for it, `C:` where nothing else is known. */
function rootOf(machine: Machine): string {
  if (releaseOf(machine).family === "linux") return "/";
  return knownString(machine.osDrive) ?? "C:";
}

export const rule = defineRule({
  name: "mobility-service-free-space",
  ref: "ASR-0124",
  title: "There is room to install the Mobility Service",
  rationale: "Installation of the Mobility Service stops for lack of space.",
  remedy: "Free space on the volume, or grow it, before installing the Mobility Service.",
  limits: [
    "mobility-service.free-space.root",
    "mobility-service.free-space.folder.linux",
    "mobility-service.free-space.folder.windows",
    "mobility-service.free-space.drive",
  ],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const root = limits.find("mobility-service.free-space.root");
    const drive = limits.find("mobility-service.free-space.drive");
    const linuxFolder = limits.find("mobility-service.free-space.folder.linux");
    const windowsFolder = limits.find("mobility-service.free-space.folder.windows");
    if ([root, drive, linuxFolder, windowsFolder].every((limit) => limit === undefined)) return notApplicable;
    const { family } = releaseOf(machine);
    if (family === undefined) return [missing("os.family")];
    const outcomes: Outcome[] = [];
    if (family === "linux" && root !== undefined)
      outcomes.push(...judge(machine, root, "/", "root file system"));
    if (drive !== undefined)
      outcomes.push(
        ...judge(
          machine,
          drive,
          knownString(machine.mobilityServiceFolder) ?? rootOf(machine),
          "installation drive",
        ),
      );
    const folder = family === "linux" ? linuxFolder : family === "windows" ? windowsFolder : undefined;
    if (folder !== undefined) {
      const installed = knownString(machine.mobilityServiceFolder);
      if (installed !== undefined) outcomes.push(...judge(machine, folder, installed, "installation folder"));
      else if (!everyVolumeAdmits(machine, folder)) outcomes.push(missing("mobilityServiceFolder"));
    }
    return outcomes;
  },
});

/** Wherever the folder lies, there is room for it. */
function everyVolumeAdmits(machine: Machine, limit: Limit): boolean {
  const volumes = volumesOf(machine);
  return (
    volumes !== undefined &&
    volumes.every(({ freeMiB }) => freeMiB !== undefined && boundaryOf(limit).admits(freeMiB, "MiB"))
  );
}

function judge(machine: Machine, limit: Limit, place: string, what: string): readonly Outcome[] {
  const volumes = volumesOf(machine);
  const volume: SeenVolume | undefined = volumes === undefined ? undefined : holdingVolume(volumes, place);
  if (volume?.freeMiB === undefined) return [missing("volumes[].freeMiB")];
  const boundary = boundaryOf(limit);
  if (boundary.admits(volume.freeMiB, "MiB")) return [];
  return [
    violation(limit, {
      subject: volume.subject,
      observed: `${volume.freeMiB} MiB free`,
      message: `The ${what} (${place}) has ${volume.freeMiB} MiB free; ${boundary.text} are needed.`,
      path: volume.path("freeMiB"),
    }),
  ];
}
