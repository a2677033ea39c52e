import { isKind, refuseDisks } from "../checks/refusal";
import { defineRule } from "./rule";

export const rule = defineRule({
  name: "iscsi-disk",
  ref: "ASR-0110",
  title: "The machine attaches no disk over iSCSI itself",
  rationale:
    "A disk that the guest attaches over iSCSI is not replicated as such: refused, or turned into a VHD beside the reachable target, by edition.",
  remedy:
    "Move the data to a disk that the hypervisor presents, or disconnect the target after failover where the edition converts it.",
  limits: ["machine.disk.iscsi"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check: (machine, { limits }) =>
    refuseDisks(machine, limits, {
      limit: "machine.disk.iscsi",
      fact: "kind",
      has: isKind("iscsi"),
      observed: "iscsi",
      message: "The machine attaches this disk over iSCSI itself.",
    }),
});
