import { unlessFamily } from "../checks/answers";
import { knownObject } from "../facts/known";
import { defineRule, kept, missing, notApplicable, stringOf, violation } from "./rule";

export const rule = defineRule({
  name: "vmware-disk-uuid",
  ref: "ASR-0128",
  title: "Linux machines on VMware have disk.EnableUUID set",
  rationale: "It gives every VMDK a lasting UUID, so that volumes mount and failback transfers changes only.",
  remedy: "Set disk.EnableUUID to TRUE in the machine's configuration parameters while it is switched off.",
  limits: ["vmware.disk-enable-uuid"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("vmware.disk-enable-uuid");
    if (limit === undefined) return notApplicable;
    const other = unlessFamily(machine, "linux");
    if (other !== undefined) return other;
    if (typeof machine.vmxParameters !== "object") return [missing("vmxParameters")];
    // Parameters that are not listed are not set; case of key and value varies.
    const value: unknown = Object.entries(knownObject(machine.vmxParameters)).find(
      ([key]) => key.toLowerCase() === "disk.enableuuid",
    )?.[1];
    const text =
      typeof value === "string" || typeof value === "boolean" ? String(value).toLowerCase() : "not set";
    if (text === stringOf(limit)) return kept;
    return [
      violation(limit, {
        subject: "disk.EnableUUID",
        observed: text,
        message: `disk.EnableUUID is ${text}; it must be ${stringOf(limit)}.`,
        path: "vmxParameters",
      }),
    ];
  },
});
