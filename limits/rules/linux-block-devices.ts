import { joined, unlessFamily } from "../checks/answers";
import { refuseDisks } from "../checks/refusal";
import { defineRule } from "./rule";

export const rule = defineRule({
  name: "linux-block-devices",
  ref: "ASR-0144",
  title: "Linux disks are ordinary block devices",
  rationale:
    "Devices that paravirtualised drivers export, and devices with multi-queue I/O, are not supported. VMware's PVSCSI controller is neither.",
  remedy: "Attach the disk through an ordinary SCSI or SATA controller.",
  limits: ["linux.block-device.paravirtualized", "linux.block-device.multi-queue"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check: (machine, { limits }) =>
    unlessFamily(machine, "linux") ??
    joined(
      refuseDisks(machine, limits, {
        limit: "linux.block-device.paravirtualized",
        fact: "paravirtualized",
        observed: "paravirtualised device",
        message: "A paravirtualised driver exports this disk.",
      }),
      refuseDisks(machine, limits, {
        limit: "linux.block-device.multi-queue",
        fact: "multiQueue",
        observed: "multi-queue I/O",
        message: "The disk is a block device with multi-queue I/O.",
      }),
    ),
});
