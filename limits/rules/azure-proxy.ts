import { judgeFlag } from "../checks/flag";
import { knownBoolean } from "../facts/known";
import { defineRule } from "./rule";

export const rule = defineRule({
  name: "azure-proxy",
  ref: "ASR-0165",
  title: "An Azure VM reaches Site Recovery without an authenticating proxy",
  rationale: "The Mobility Service of Azure VMs signs in to no proxy.",
  remedy: "Let the machine pass the proxy without authentication, or by service tags past it.",
  limits: ["azure-vm.proxy-authentication"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check: (machine, { limits }) =>
    judgeFlag(limits, {
      limit: "azure-vm.proxy-authentication",
      fact: "azure.proxyAuthentication",
      value: knownBoolean(machine.azure?.proxyAuthentication),
      subject: "proxy",
      observed: "authentication",
      message: "The machine's proxy asks for authentication.",
    }),
});
