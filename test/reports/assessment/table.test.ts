import { describe, expect, it } from "vitest";
import { renderAssessment } from "../../../reports/assessment/render";
import { assessmentOf, fourMachines, hostileNames, machineOf } from "./estate-of";

describe("the terminal table", () => {
  it("reads like this", () => {
    expect(renderAssessment(assessmentOf(fourMachines), "table")).toMatchInlineSnapshot(`
      "machine   verdict      findings  undecided  why
      db01      not-ready           2          0  ASR-0001 The operating-system disk has 2049 GiB; at most 2048 GiB are sup…
      lost      unknown             0          2  not known: os.version
      a_b       conditional         1          0  ASR-0002 The name a_b has characters that Azure does not accept.
      web01     ready               0          1

      error 1 machine: Shrink the operating-system disk, or move data from it to a data disk.
        ASR-0001 os-disk-max-size
        limit 2048 GiB; edition 2019-05: Support matrix for disaster recovery of VMware VMs and physical servers (2019-05-10), Azure VM requirements

      warning 2 machines: Set a target name of letters, digits and hyphens.
        ASR-0002 vm-name
        edition 2019-05: Support matrix for disaster recovery of VMware VMs and physical servers (2019-05-10), VM name

      Facts that would decide more
        disks[].logicalSectorBytes: 2 machines
          Windows: Get-Disk | Select Number, LogicalSectorSize, PhysicalSectorSize; Linux: lsblk -o NAME,LOG-SEC,PHY-SEC.
        os.version: 1 machine
          RVTools vInfo (both OS columns), Azure Migrate “Operating system”; on the machine: systeminfo or /etc/os-release.

      4 machines: 1 ready, 1 conditional, 1 unknown, 1 not-ready. Edition 2019-05, as of 2026-01-31.
      "
    `);
  });

  it("shows what waivers and a comparison say", () => {
    const waiver = { rule: "vm-name", subject: "a_b", reason: "soon", owner: "ops", expires: "2025-12-31" };
    const [summary] = [assessmentOf(fourMachines).summary];
    const text = renderAssessment(
      assessmentOf(fourMachines, {
        waivers: { expired: [waiver], unused: [] },
        comparison: {
          editions: ["2016-12", "2019-05"],
          summaries: [summary, summary],
          changed: [
            {
              name: "db01",
              verdicts: ["ready", "not-ready"],
              onlyFirst: [],
              onlySecond: ["os-disk-max-size"],
            },
          ],
        },
      }),
      "table",
    );
    expect(text).toContain("vm-name for a_b (ops) expired on 2025-12-31");
    expect(text).toContain("Edition 2016-12 against 2019-05: 1 machine judged differently");
    expect(text).toContain("1 machine: ready -> not-ready +os-disk-max-size");
  });

  it("lets no name move the cursor", () => {
    const text = renderAssessment(assessmentOf(hostileNames.map((name) => machineOf({ name }))), "table");
    expect(text).not.toMatch(/[^\P{Cc}\n]|[\u202A-\u202E]/u);
  });
});
