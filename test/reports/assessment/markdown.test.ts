import { describe, expect, it } from "vitest";
import { renderAssessment } from "../../../reports/assessment/render";
import { assessmentOf, findingOf, fourMachines, hostileNames, machineOf, manyMachines } from "./estate-of";

describe("the Markdown report", () => {
  it("reads like this", () => {
    expect(renderAssessment(assessmentOf(fourMachines), "markdown", { sources: ["a.xlsx"] }))
      .toMatchInlineSnapshot(`
        "# Azure Site Recovery assessment

        Edition 2019-05, as of 2026-01-31, from a.xlsx.

        | machines | ready | conditional | unknown | not ready |
        | ---: | ---: | ---: | ---: | ---: |
        | 4 | 1 | 1 | 1 | 1 |

        ## Findings

        - **error** ASR-0001 \`os-disk-max-size\`: 1 machine (db01).
          Shrink the operating-system disk, or move data from it to a data disk.
          Limit 2048 GiB; edition 2019-05: Support matrix for disaster recovery of VMware VMs and physical servers (2019-05-10), Azure VM requirements.
        - **warning** ASR-0002 \`vm-name\`: 2 machines (db01, a\\_b).
          Set a target name of letters, digits and hyphens.
          edition 2019-05: Support matrix for disaster recovery of VMware VMs and physical servers (2019-05-10), VM name.

        ## Facts that would decide more

        | fact | machines | where to get it | rules |
        | --- | ---: | --- | --- |
        | \`disks[].logicalSectorBytes\` | 2 | Windows: Get-Disk \\| Select Number, LogicalSectorSize, PhysicalSectorSize; Linux: lsblk -o NAME,LOG-SEC,PHY-SEC. | \`disk-sector-size\` |
        | \`os.version\` | 1 | RVTools vInfo (both OS columns), Azure Migrate “Operating system”; on the machine: systeminfo or /etc/os-release. | \`guest-os\` |

        ## Machines that are not ready

        | machine | verdict | why |
        | --- | --- | --- |
        | db01 | not-ready | ASR-0001: The operating-system disk has 2049 GiB; at most 2048 GiB are supported. |
        | lost | unknown | not known: \`os.version\` |
        "
      `);
  });

  it("takes no markup from names", () => {
    const machines = hostileNames.map((name) =>
      machineOf({ name, verdict: "not-ready", findings: [findingOf({ message: name })] }),
    );
    const text = renderAssessment(assessmentOf(machines), "markdown");
    expect(text).not.toMatch(/<(?!br>)/);
    expect(text).not.toMatch(/(?<!\\)\]\(/);
    expect(text).not.toContain("@everyone");
    const table = text.slice(text.indexOf("| machine | verdict | why |")).trim().split("\n");
    for (const line of table) expect(line.match(/(?<!\\)\|/g)).toHaveLength(4);
  });

  it("stays below what a CI summary may hold", () => {
    const text = renderAssessment(assessmentOf(manyMachines(20_000)), "markdown");
    expect(text.length).toBeLessThan(1024 * 1024);
    expect(text).toContain("more machines.");
  });
});
