import { joined } from "../checks/answers";
import { isKind, refuseDisks } from "../checks/refusal";
import { defineRule, notApplicable } from "./rule";

export const rule = defineRule({
  name: "azure-local-disk",
  ref: "ASR-0160",
  title: "Disks of an Azure VM are managed disks that Site Recovery can read",
  rationale:
    "Elastic SAN and iSCSI volumes are not replicated, and ephemeral disks and disks that the guest replicates are refused.",
  remedy: "Move the data to an ordinary managed disk, or leave it out of replication on purpose.",
  limits: ["azure-vm.disk.elastic-san", "azure-vm.disk.guest-replication", "azure-vm.os-disk.ephemeral"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check: (machine, { limits }) =>
    joined(
      refuseDisks(machine, limits, {
        limit: "azure-vm.disk.elastic-san",
        fact: "elasticSan",
        has: (disk) => (isKind("iscsi")(disk) === true ? true : flag(disk.facts.elasticSan)),
        observed: "Elastic SAN or iSCSI",
        message: "The disk is a volume of Elastic SAN, or attached over iSCSI.",
      }),
      refuseDisks(machine, limits, {
        limit: "azure-vm.disk.guest-replication",
        fact: "replicatedByGuest",
        observed: "replicated by the guest",
        message: "The disk belongs to DRBD or to Storage Replica.",
      }),
      limits.find("azure-vm.os-disk.ephemeral") === undefined
        ? notApplicable
        : refuseDisks(machine, limits, {
            limit: "azure-vm.os-disk.ephemeral",
            fact: "ephemeral",
            has: (disk) => (disk.os === false ? false : flag(disk.facts.ephemeral)),
            observed: "ephemeral",
            message: "The operating-system disk is ephemeral.",
          }),
    ),
});

function flag(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}
