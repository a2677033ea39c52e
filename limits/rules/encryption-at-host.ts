import { judgeFlag } from "../checks/flag";
import { knownBoolean } from "../facts/known";
import { defineRule } from "./rule";

export const rule = defineRule({
  name: "encryption-at-host",
  ref: "ASR-0157",
  title: "Machines in Azure do not use encryption at host",
  rationale:
    "Site Recovery does not support encryption at host on machines that come from on-premises sites.",
  remedy: "Leave encryption at host off on the target; disks are encrypted at rest anyway.",
  limits: ["target.encryption-at-host"],
  moments: ["inventory", "component", "live"],
  since: "0.1.0",
  subject: "target",
  check: (target, { limits }) =>
    judgeFlag(limits, {
      limit: "target.encryption-at-host",
      fact: "encryptionAtHost",
      value: knownBoolean(target.encryptionAtHost),
      subject: "target",
      observed: "encryption at host",
      message: "The target asks for encryption at host.",
    }),
});
