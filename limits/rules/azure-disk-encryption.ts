import { judgeDisks } from "../checks/disks";
import { knownObject } from "../facts/known";
import { defineRule, missing, notApplicable, stringsOf, violation } from "./rule";

export const rule = defineRule({
  name: "azure-disk-encryption",
  ref: "ASR-0159",
  title: "Azure Disk Encryption uses software keys and covers whole disks",
  rationale:
    "Disks encrypted with keys in a hardware module, or by volume, cannot be replicated between Azure regions.",
  remedy: "Encrypt again with a software-protected key, for all volumes.",
  limits: ["azure-vm.disk-encryption.refused"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("azure-vm.disk-encryption.refused");
    if (limit === undefined) return notApplicable;
    const refused = stringsOf(limit);
    return judgeDisks(machine, "azureDiskEncryption", (disk) => {
      if (disk.facts.encrypted === false) return undefined;
      const encryption = knownObject(disk.facts.azureDiskEncryption);
      if (disk.facts.azureDiskEncryption === undefined) return missing("disks[].azureDiskEncryption");
      const uses = [
        ...(encryption.keyType === "hsm" ? ["hsm-key"] : []),
        ...(encryption.singleVolume === true ? ["single-volume"] : []),
      ].filter((use) => refused.includes(use));
      if (uses.length === 0) return undefined;
      return violation(limit, {
        subject: disk.subject,
        observed: uses.join(", "),
        message: `The disk is encrypted in a way that cannot be replicated: ${uses.join(", ")}.`,
        path: disk.path("azureDiskEncryption"),
      });
    });
  },
});
