import { unlessFamily } from "../checks/answers";
import { replicatedDisks } from "../checks/disks";
import { volumesOf } from "../checks/volumes";
import { knownString, knownStrings } from "../facts/known";
import type { Machine } from "../facts/machine";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

interface Named {
  readonly subject: string;
  readonly text: string | undefined;
  readonly path: string;
  readonly limit: string;
}

function named(machine: Machine): readonly Named[] {
  return [
    {
      subject: "host name",
      text: knownString(machine.hostName),
      path: "hostName",
      limit: "linux.names.host",
    },
    ...(volumesOf(machine) ?? [undefined]).map((volume) => ({
      subject: volume?.subject ?? "volumes",
      text: volume?.mount,
      path: volume?.path("mount") ?? "volumes[].mount",
      limit: "linux.names.mount-points",
    })),
    ...(replicatedDisks(machine) ?? [undefined]).map((disk) => ({
      subject: disk?.subject ?? "disks",
      text: knownString(disk?.facts.deviceName),
      path: disk?.path("deviceName") ?? "disks[].deviceName",
      limit: "linux.names.devices",
    })),
    ...(knownStrings(machine.systemPaths) ?? [undefined]).map((path, index) => ({
      subject: "system path",
      text: path,
      path: `systemPaths[${index}]`,
      limit: "linux.names.system-paths",
    })),
  ];
}

const printable = /^[\x20-\x7e]+$/;

export const rule = defineRule({
  name: "linux-names-ascii",
  ref: "ASR-0127",
  title: "Host name, mount points, device names and system paths of Linux are English",
  rationale: "The Mobility Service reads these names as plain ASCII; other characters break it.",
  remedy: "Rename it with letters, digits and punctuation of ASCII.",
  limits: ["linux.names.host", "linux.names.mount-points", "linux.names.devices", "linux.names.system-paths"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const other = unlessFamily(machine, "linux");
    if (other !== undefined) return other;
    const outcomes: Outcome[] = [];
    let applies = false;
    for (const { subject, text, path, limit: id } of named(machine)) {
      const limit = limits.find(id);
      if (limit === undefined) continue;
      applies = true;
      if (text === undefined) outcomes.push(missing(path.replace(/\[\d+\]/, "[]")));
      else if (!printable.test(text)) {
        outcomes.push(
          violation(limit, {
            subject,
            observed: text,
            message: `The name "${text}" has characters outside ASCII.`,
            path,
          }),
        );
      }
    }
    return applies ? outcomes : notApplicable;
  },
});
