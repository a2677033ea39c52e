import { refuseDisks } from "../checks/refusal";
import { knownBoolean } from "../facts/known";
import { defineRule } from "./rule";

export const rule = defineRule({
  name: "encrypted-disk",
  ref: "ASR-0107",
  title: "No disk is encrypted inside the machine",
  rationale:
    "Site Recovery cannot replicate disks that the guest encrypts; one of them rules out the whole machine.",
  remedy: "Decrypt the disk before enabling replication; Azure encrypts the replica at rest.",
  limits: ["machine.disk.encrypted"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check: (machine, { limits }) =>
    refuseDisks(machine, limits, {
      limit: "machine.disk.encrypted",
      fact: "encrypted",
      // BitLocker encrypts; where it has a row of its own, that rule reports it.
      has: ({ facts }) =>
        facts.bitLockerEnabled === true && limits.find("machine.disk.bitlocker") === undefined
          ? true
          : knownBoolean(facts.encrypted),
      observed: "encrypted",
      message: "The disk is encrypted by the guest, which is not supported.",
    }),
});
