import { joined } from "../checks/answers";
import { judgeFlag } from "../checks/flag";
import { knownBoolean, knownObject } from "../facts/known";
import { defineRule } from "./rule";

export const rule = defineRule({
  name: "vmware-tools",
  ref: "ASR-0123",
  title: "VMware Tools are installed and running",
  rationale: "Site Recovery discovers and pushes to a VMware machine through VMware Tools.",
  remedy: "Install VMware Tools and make sure that the service runs.",
  limits: ["vmware.tools.installed", "vmware.tools.running"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const tools = knownObject(machine.vmwareTools);
    const installed = knownBoolean(tools.installed);
    // A machine that is switched off always reports that its tools do not run.
    const running =
      machine.powerState === "off" || machine.powerState === "suspended"
        ? undefined
        : knownBoolean(tools.running);
    const present = judgeFlag(limits, {
      limit: "vmware.tools.installed",
      fact: "vmwareTools.installed",
      value: installed ?? (running === true ? true : undefined),
      subject: "VMware Tools",
      observed: "not installed",
      message: "VMware Tools are not installed.",
    });
    if (installed === false) return present;
    return joined(
      present,
      judgeFlag(limits, {
        limit: "vmware.tools.running",
        fact: "vmwareTools.running",
        value: running,
        subject: "VMware Tools",
        observed: "not running",
        message: "VMware Tools are installed but do not run.",
      }),
    );
  },
});
