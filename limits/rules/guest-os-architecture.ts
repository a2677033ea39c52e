import { isRecord, parsedOnce, type JsonRecord, textIn, textsIn } from "../checks/json";
import { matches, releaseOf, releaseRow, type ReleaseRow } from "../checks/release";
import type { Limit } from "../matrix/schema";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

interface Architectures {
  readonly allowed: readonly string[];
  /** Families the limit speaks of; all where absent. */
  readonly families?: readonly string[];
  readonly exceptions: readonly { readonly row: ReleaseRow; readonly architecture: string }[];
}

const architecturesOf = parsedOnce((limit: Limit): Architectures => {
  const value: JsonRecord = isRecord(limit.value) ? limit.value : {};
  const exceptions = Array.isArray(value["exceptions"]) ? value["exceptions"].filter(isRecord) : [];
  return {
    allowed: textsIn(value, "allowed"),
    ...(Array.isArray(value["families"]) ? { families: value["families"].map(String) } : {}),
    exceptions: exceptions.map((exception) => ({
      row: releaseRow(exception),
      architecture: textIn(exception, "architecture"),
    })),
  };
});

export const rule = defineRule({
  name: "guest-os-architecture",
  ref: "ASR-0105",
  title: "The operating system is 64-bit",
  rationale:
    "The Mobility Service and the Azure virtual machine take 64-bit systems; a 32-bit one fails the check.",
  remedy: "Move the workload to a 64-bit system before enabling replication.",
  limits: ["machine.os.architecture"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits, intent }) {
    const limit = limits.find("machine.os.architecture");
    if (limit === undefined) return notApplicable;
    const { allowed, families, exceptions } = architecturesOf(limit);
    const release = releaseOf(machine);
    if (families !== undefined) {
      if (release.family === undefined) return [missing("os.family")];
      if (!families.includes(release.family)) return notApplicable;
    }
    const { architecture } = release;
    if (architecture === undefined) return [missing("os.architecture")];
    if (allowed.includes(architecture)) return kept;
    for (const exception of exceptions) {
      if (exception.architecture !== architecture) continue;
      if (exception.row.intents !== undefined && !exception.row.intents.includes(intent)) continue;
      const match = matches(release, exception.row);
      if (match === "yes") return kept;
      if (match !== "no") return [missing(match.missing)];
    }
    return [
      violation(limit, {
        subject: "operating system",
        observed: architecture,
        message: `The operating system is ${architecture}; supported: ${allowed.join(", ")}.`,
        path: "os.architecture",
      }),
    ];
  },
});
