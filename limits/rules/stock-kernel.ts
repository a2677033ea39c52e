import { unlessFamily } from "../checks/answers";
import { judgeFlag } from "../checks/flag";
import { knownBoolean } from "../facts/known";
import { defineRule } from "./rule";

export const rule = defineRule({
  name: "stock-kernel",
  ref: "ASR-0120",
  title: "The Linux kernel is the distribution's own",
  rationale:
    "Only kernels that come with the distribution's minor release are supported; no release string tells a rebuilt kernel for sure.",
  remedy: "Boot a kernel from the distribution's own repository.",
  limits: ["linux.stock-kernel"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check: (machine, { limits }) =>
    unlessFamily(machine, "linux") ??
    judgeFlag(limits, {
      limit: "linux.stock-kernel",
      fact: "os.stockKernel",
      value: knownBoolean(machine.os?.stockKernel),
      subject: "kernel",
      observed: "no stock kernel",
      message: "The machine runs a kernel that is not the distribution's own.",
    }),
});
