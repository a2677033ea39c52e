import { describe, expect, it } from "vitest";
import { referenceAbsent, referenceInventory } from "../../reference";
import { temporaryFolder } from "../../temporary-folder";
import { readNoted } from "../read-notes";

const write = temporaryFolder();

const header = (disks: number): string =>
  [
    "*Server name,IP addresses,*Cores,*Memory (In MB),*OS name,OS version,OS architecture,Server type,Hypervisor,Network adapters,Boot type,Number of disks",
    ...Array.from(
      { length: disks },
      (_, index) => `Disk ${index + 1} size (In GB),Disk ${index + 1} read throughput (MB per second)`,
    ),
  ].join(",");

const read = (disks: number, ...rows: string[]) =>
  readNoted([write("import.csv", `\ufeff${[header(disks), ...rows].join("\r\n")}\r\n`)]);

describe("Azure Migrate import", () => {
  it("reads any number of disk groups; a blank group is no disk", async () => {
    const { machines } = await read(
      10,
      "a,10.0.0.1;10.0.0.2,2,4096,Windows Server 2019,,x64,Virtual,VMware ESXi,1,UEFI,3,100,5,,,200.5,1,,,,,,,,,,,,,4095,2",
    );
    expect(machines).toEqual([
      {
        name: "a",
        kind: "vmware-vm",
        os: { family: "windows", name: "Windows Server", version: "2019", architecture: "x64" },
        firmware: "uefi",
        cpuCores: 2,
        memoryMiB: 4096,
        disks: [
          { name: "Disk 1", sizeGiB: 100 },
          { name: "Disk 3", sizeGiB: 200.5 },
          { name: "Disk 10", sizeGiB: 4095 },
        ],
        nics: [{ ipv4: ["10.0.0.1", "10.0.0.2"] }],
      },
    ]);
  });

  it("tells physical servers from virtual machines of each kind", async () => {
    const row = (name: string, type: string, hypervisor: string) =>
      `${name},,1,1024,Ubuntu,20.04,64-bit,${type},${hypervisor},,BIOS,,50,`;
    const { machines, messages } = await read(
      1,
      row("p", "Physical", ""),
      row("h", "Virtual", "Hyper-V"),
      row("x", "Virtual", "Xen"),
      row("u", "Virtual", ""),
      row("w", "Blade", ""),
    );
    expect(machines.map(({ kind }) => kind)).toEqual([
      "physical",
      "hyperv-vm",
      "physical",
      undefined,
      undefined,
    ]);
    expect(machines[0]?.os).toEqual({
      family: "linux",
      name: "Ubuntu",
      version: "20.04",
      architecture: "x64",
    });
    expect(machines[0]?.disks).toEqual([{ name: "Disk 1", sizeGiB: 50, os: true }]);
    expect(messages).toContainEqual(expect.stringContaining('row 4, column "Hypervisor": "Xen" has no'));
    expect(messages).toContainEqual(expect.stringContaining('row 6, column "Server type": "Blade"'));
  });

  it("names every cell that it could not use, and leaves the fact unknown", async () => {
    const { machines, messages } = await read(
      2,
      "a,,two,-1,Temple OS,,,Physical,,0,CSM,3,0,,1 TB,",
      ",,1,1,Ubuntu,,,Physical,,,,,,,,",
    );
    expect(machines).toEqual([
      { name: "a", kind: "physical", disks: [{ name: "Disk 1" }, { name: "Disk 2" }, {}] },
    ]);
    for (const text of [
      'column "*Cores": "two" is not a number',
      'column "*Memory (In MB)": "-1" is not a number',
      'column "*OS name": "Temple OS" names no operating system',
      'column "Boot type": "CSM" is neither',
      'column "Disk 1 size (In GB)": "0" is no size',
      'column "Disk 2 size (In GB)": "1 TB" is not a number',
      'column "Number of disks": "a" has 3 disks by number and 2 by size',
      'row 3, column "*Server name": The row has no server name',
    ]) {
      expect(messages).toContainEqual(expect.stringContaining(text));
    }
  });

  it.skipIf(referenceAbsent !== undefined)(`the published file ${referenceAbsent ?? ""}`, async () => {
    const { machines } = await readNoted([
      referenceInventory("azure-migrate-import-csv/AzureMigrateimport-01.csv"),
    ]);
    expect(machines.map(({ name, kind, os, disks }) => [name, kind, os?.version, disks])).toEqual([
      ["DC01", "hyperv-vm", "2008 R2", [{ name: "Disk 1", sizeGiB: 45, os: true }]],
      ["FS01", "hyperv-vm", "2012 R2", [{ name: "Disk 1", sizeGiB: 60, os: true }]],
      ["WEB01", "hyperv-vm", "2016", [{ name: "Disk 1", sizeGiB: 50, os: true }]],
    ]);
  });
});
