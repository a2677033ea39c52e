import { describe, expect, it } from "vitest";
import { fixture } from "../../fixture";
import { temporaryFolder } from "../../temporary-folder";
import { buildWorkbook, type Rows } from "../../workbook/build-workbook";
import { readNoted } from "../read-notes";

const write = temporaryFolder();

const header = [
  "VM Name",
  "VM Compatibility",
  "Storage Type",
  "Peak R/W IOPS (with Growth Factor)",
  "Peak Data Churn in Mbps (with Growth Factor)",
  "Number of Disks",
  "Disk size (GB)",
  "Cores",
  "Memory (MB)",
  "NICs",
  "Boot Type",
  "OS Type",
];
const compatible: Rows = [
  header,
  ["web01", "Yes", "Premium", 900, 6.5, 2, 140, 4, 8192, 1, "BIOS", "Linux"],
  ["[ds1] web01/web01.vmdk", null, "Premium", 100, 1.5, null, 40, null, null, null, null, null],
  ["[ds1] web01/web01_1.vmdk", null, "Premium", 800, 5.5, null, 100, null, null, null, null, null],
];
const incompatible: Rows = [
  header,
  ["big", "Disk size > 4095 GB", null, 0, 0, 2, 5000, 2, 4096, 2, "EFI", "Windows"],
  ["[ds1] big/big.vmdk", null, null, 0, 0, null, 5000, null, null, null, null, null],
];
const report = (): string =>
  write(
    "report.xlsm",
    buildWorkbook({
      "On-premises summary": [["Title"]],
      "Compatible VMs": compatible,
      "Incompatible VMs": incompatible,
    }),
  );

describe("Deployment Planner report", () => {
  it("has machines with one row a disk, and churn where it was profiled", async () => {
    const { machines, messages } = await readNoted([report()]);
    expect(machines).toEqual([
      {
        name: "web01",
        os: { family: "linux" },
        firmware: "bios",
        cpuCores: 4,
        memoryMiB: 8192,
        nics: [{}],
        churn: { averageMBps: 6.5, peakMBps: 6.5 },
        kind: "vmware-vm",
        disks: [
          {
            name: "[ds1] web01/web01.vmdk",
            sizeGiB: 40,
            kind: "vmdk",
            churn: { averageMBps: 1.5, peakMBps: 1.5 },
          },
          {
            name: "[ds1] web01/web01_1.vmdk",
            sizeGiB: 100,
            kind: "vmdk",
            churn: { averageMBps: 5.5, peakMBps: 5.5 },
          },
        ],
      },
      {
        name: "big",
        os: { family: "windows" },
        firmware: "uefi",
        cpuCores: 2,
        memoryMiB: 4096,
        nics: [{}, {}],
        kind: "vmware-vm",
        disks: [{ name: "[ds1] big/big.vmdk", sizeGiB: 5000, kind: "vmdk" }, {}],
      },
    ]);
    expect(messages).toContainEqual(expect.stringContaining("growth factor (30 %"));
    expect(messages).toContainEqual(expect.stringContaining('counts 2 disks of "big" and lists 1'));
  });

  it("adds its churn to an RVTools export, whose disks have other names, by their sizes", async () => {
    const { machines } = await readNoted([fixture("rvtools-4.xlsx"), report()]);
    expect(machines[0]).toMatchObject({
      name: "web01",
      churn: { peakMBps: 6.5 },
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, churn: { averageMBps: 1.5 } },
        { name: "Hard disk 2", sizeGiB: 100, churn: { averageMBps: 5.5 } },
      ],
    });
  });
});
