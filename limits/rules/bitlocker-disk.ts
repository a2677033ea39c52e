import { refuseDisks } from "../checks/refusal";
import { releaseOf } from "../checks/release";
import { defineRule, missing, notApplicable } from "./rule";

export const rule = defineRule({
  name: "bitlocker-disk",
  ref: "ASR-0108",
  title: "BitLocker is off on every disk",
  rationale: "BitLocker must be disabled before replication is enabled; suspending it is not enough.",
  remedy: "Turn BitLocker off and wait for decryption to finish before enabling replication.",
  limits: ["machine.disk.bitlocker"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    if (limits.find("machine.disk.bitlocker") === undefined) return notApplicable;
    const { family } = releaseOf(machine);
    if (family === undefined) return [missing("os.family")];
    if (family !== "windows") return notApplicable;
    return refuseDisks(machine, limits, {
      limit: "machine.disk.bitlocker",
      fact: "bitLockerEnabled",
      observed: "BitLocker on",
      message: "BitLocker is on for this disk.",
    });
  },
});
