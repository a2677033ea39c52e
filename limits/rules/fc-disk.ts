import { isKind, refuseDisks } from "../checks/refusal";
import { defineRule } from "./rule";

export const rule = defineRule({
  name: "fc-disk",
  ref: "ASR-0111",
  title: "The machine sees no Fibre Channel disk itself",
  rationale:
    "A disk that the guest sees over Fibre Channel fails the prerequisites check; a Fibre Channel SAN under the host's datastore does not.",
  remedy: "Present the storage through a datastore, or move the data to an ordinary virtual disk.",
  limits: ["machine.disk.fc"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check: (machine, { limits }) =>
    refuseDisks(machine, limits, {
      limit: "machine.disk.fc",
      fact: "kind",
      has: isKind("fc"),
      observed: "fc",
      message: "The machine sees this disk over Fibre Channel itself.",
    }),
});
