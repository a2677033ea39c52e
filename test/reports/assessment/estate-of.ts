import type { AssessedMachine, Assessment } from "../../../estate/assessment";
import type { Finding, Undecided } from "../../../limits/findings";
import type { Severity } from "../../../limits/matrix/schema";
import { verdicts, type Verdict } from "../../../limits/verdict";

const document = "Support matrix for disaster recovery of VMware VMs and physical servers";

/** A finding of a rule that exists, so that reports can join it with the registry. */
export function findingOf(changes: Partial<Finding> = {}): Finding {
  const severity: Severity = changes.severity ?? "error";
  return {
    rule: "os-disk-max-size",
    ref: "ASR-0001",
    severity,
    subject: "disk Hard disk 1",
    observed: "2049 GiB",
    limit: {
      id: "azure-vm.os-disk.max-size",
      value: 2048,
      unit: "GiB",
      edition: "2019-05",
      ledger: ["azure-vm.os-disk-size"],
      source: { document, date: "2019-05-10", section: "Azure VM requirements" },
    },
    message: "The operating-system disk has 2049 GiB; at most 2048 GiB are supported.",
    remedy: "Shrink the operating-system disk, or move data from it to a data disk.",
    path: "disks[0].sizeGiB",
    waiver: null,
    ...changes,
  };
}

export const warning = findingOf({
  rule: "vm-name",
  ref: "ASR-0002",
  severity: "warning",
  subject: "machine",
  observed: "a_b",
  message: "The name a_b has characters that Azure does not accept.",
  remedy: "Set a target name of letters, digits and hyphens.",
  limit: {
    id: "azure-vm.name",
    value: null,
    unit: null,
    edition: "2019-05",
    ledger: [],
    source: { document, date: "2019-05-10", section: "VM name" },
  },
});

export const undecidedSectors: Undecided = {
  rule: "disk-sector-size",
  ref: "ASR-0003",
  missing: ["disks[].logicalSectorBytes"],
};

export function machineOf(changes: Partial<AssessedMachine> & { readonly name: string }): AssessedMachine {
  return {
    scenario: "vmware-to-azure",
    experience: "classic",
    verdict: "ready",
    coverage: { decided: 41, undecided: changes.undecided?.length ?? 0 },
    findings: [],
    undecided: [],
    decisiveFactsMissing: [],
    ...changes,
  };
}

/** The assessment of these machines: totals are counted, everything else is constant. */
export function assessmentOf(
  machines: readonly AssessedMachine[],
  changes: Partial<Assessment> = {},
): Assessment {
  const count = (verdict: Verdict): number =>
    machines.filter((machine) => machine.verdict === verdict).length;
  return {
    schema: "asr-assessment/1",
    edition: "2019-05",
    asOf: "2026-01-31",
    intent: "disaster-recovery",
    summary: {
      machines: machines.length,
      ready: count("ready"),
      conditional: count("conditional"),
      notReady: count("not-ready"),
      unknown: count("unknown"),
      disks: machines.length,
      mostFrequentFindings: [],
    },
    machines,
    estate: { findings: [], undecided: [], decided: 0 },
    waivers: { expired: [], unused: [] },
    ...changes,
  };
}

/** One machine of each verdict, in the order not-ready, conditional, unknown, ready. */
export const fourMachines: readonly AssessedMachine[] = [
  machineOf({ name: "db01", id: "vm-12", verdict: "not-ready", findings: [findingOf(), warning] }),
  machineOf({ name: "a_b", id: "vm-13", verdict: "conditional", findings: [warning] }),
  machineOf({
    name: "lost",
    id: "vm-14",
    verdict: "unknown",
    undecided: [undecidedSectors, { rule: "guest-os", ref: "ASR-0004", missing: ["os.version"] }],
    decisiveFactsMissing: ["os.version"],
  }),
  machineOf({ name: "web01", id: "vm-15", undecided: [undecidedSectors] }),
];

/** Many machines with all verdicts, made without chance. */
export function manyMachines(count: number): readonly AssessedMachine[] {
  return Array.from({ length: count }, (_, index) => {
    const verdict = verdicts[index % verdicts.length] ?? "ready";
    const findings =
      verdict === "not-ready"
        ? [
            findingOf({
              observed: `${2049 + (index % 500)} GiB`,
              message: `The operating-system disk has ${2049 + (index % 500)} GiB; at most 2048 GiB are supported.`,
            }),
            warning,
          ]
        : verdict === "conditional"
          ? [warning]
          : [];
    return machineOf({
      name: `srv-${String((index * 7919) % count).padStart(5, "0")}`,
      id: `vm-${index}`,
      scenario: index % 5 === 0 ? "hyperv-to-azure" : "vmware-to-azure",
      verdict,
      findings,
      undecided: index % 3 === 0 ? [undecidedSectors] : [],
      decisiveFactsMissing: verdict === "unknown" ? ["os.version"] : [],
    });
  });
}

/** What a hostile inventory puts into a name. */
export const hostileNames: readonly string[] = [
  "</script><script>window.broken=1</script>",
  "<img src=x onerror=window.broken=1>",
  '"><svg onload=window.broken=1>',
  '=HYPERLINK("http://example.org","click")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "<!--<script>",
  "name\nwith\u001b[2Jcontrol\u202Echaracters",
  "| table | `code` | [link](javascript:alert(1)) | @everyone",
  "]]>&amp;&#60;",
  "javascript:alert(1)",
];
