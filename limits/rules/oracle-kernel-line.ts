import { unlessFamily } from "../checks/answers";
import { isRecord, parsedOnce, type JsonRecord, textIn } from "../checks/json";
import { releaseOf } from "../checks/release";
import { parseKernel, type Kernel } from "../kernels";
import type { Limit } from "../matrix/schema";
import { compareVersions, isOfLine, parseVersion } from "../versions";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

interface Lines {
  readonly product: string;
  readonly lines: readonly JsonRecord[];
}

const linesOf = parsedOnce((limit: Limit): Lines => {
  const value: JsonRecord = isRecord(limit.value) ? limit.value : {};
  return {
    product: textIn(value, "name"),
    lines: Array.isArray(value["enterpriseKernels"]) ? value["enterpriseKernels"].filter(isRecord) : [],
  };
});

/** Oracle's own kernels carry `uek` in their release: `4.1.12-124.el7uek.x86_64`. */
function isEnterpriseKernel(kernel: Kernel): boolean {
  return /uek/i.test(kernel.series) || /uek/i.test(kernel.flavour);
}

export const rule = defineRule({
  name: "oracle-kernel-line",
  ref: "ASR-0118",
  title: "Oracle Linux runs the Red Hat compatible kernel or a listed Unbreakable Enterprise Kernel",
  rationale: "The Mobility Service supports some releases of Oracle's own kernel only.",
  remedy: "Boot the Red Hat compatible kernel or a listed release of the Unbreakable Enterprise Kernel.",
  limits: ["linux.oracle.kernel-lines"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("linux.oracle.kernel-lines");
    if (limit === undefined) return notApplicable;
    const other = unlessFamily(machine, "linux");
    if (other !== undefined) return other;
    const { product, lines } = linesOf(limit);
    const { name } = releaseOf(machine);
    if (name === undefined) return [missing("os.name")];
    if (name !== product) return notApplicable;
    const kernel = parseKernel(machine.os?.kernel);
    if (kernel === undefined) return [missing("os.kernel")];
    if (!isEnterpriseKernel(kernel)) return kept;
    const bases = lines.map((line) => parseVersion(line["base"]) ?? []);
    if (bases.some((base) => isOfLine(kernel.base, base))) return kept;
    // A base version between two known ones belongs to a line that is not listed.
    const newest = bases.reduce((a, b) => (compareVersions(a, b) > 0 ? a : b), []);
    return [
      violation(limit, {
        subject: "kernel",
        observed: kernel.text,
        message: `Kernel ${kernel.text} is an Unbreakable Enterprise Kernel that is not listed (listed: ${lines
          .map((line) => `release ${textIn(line, "release")} on ${textIn(line, "base")}`)
          .join(", ")}${compareVersions(kernel.base, newest) > 0 ? "; it is newer" : ""}).`,
        path: "os.kernel",
      }),
    ];
  },
});
