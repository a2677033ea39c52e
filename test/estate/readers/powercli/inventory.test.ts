import { describe, expect, it } from "vitest";
import { readEstate } from "../../../../estate/read";
import { temporaryFolder } from "../../temporary-folder";
import { readNoted } from "../read-notes";

const write = temporaryFolder();

const machines = `#TYPE Selected.VMware.VimAutomation.ViCore.Impl.V1.VM.UniversalVirtualMachineImpl
"Name","Id","PowerState","NumCpu","MemoryGB","Guest","GuestId","VMHost","IPAddress","MacAddress","ProvisionedSpaceGB"
"web01","VirtualMachine-vm-42","PoweredOn","2","12,5","web01:Microsoft Windows Server 2016 (64-bit)","windows9Server64Guest","esx1","10.0.0.1,fe80::1","00:50:56:00:00:01","317,43"
"db01","VirtualMachine-vm-43","PoweredOff","4","16","db01","windows2019srv_64Guest","esx1","System.String[]","a;b","10"
"odd","VirtualMachine-vm-44","Frozen","many","1,385","odd:Temple OS","otherGuest","VMware.VimAutomation.ViCore.Impl.V1.Inventory.HostImpl","","",""
`;
const disks = `"Parent","Name","CapacityGB","DiskType"
"web01","Hard disk 1","40","Flat"
"web01","Hard disk 2","4095,5","RawPhysical"
"db01","Hard disk 7","80","Flat"
"gone","Hard disk 1","80","Flat"
`;

describe("PowerCLI", () => {
  it("reads Get-VM in UTF-16 with decimal commas, and Get-HardDisk beside it", async () => {
    const vms = write("vms.csv", Buffer.from(`\ufeff${machines.replaceAll("\n", "\r\n")}`, "utf16le"));
    const reading = await readNoted([vms, write("disks.csv", disks)]);
    expect(reading.machines).toEqual([
      {
        name: "web01",
        id: "vm-42",
        kind: "vmware-vm",
        os: { family: "windows", name: "Windows Server", version: "2016", architecture: "x64" },
        cpuCores: 2,
        memoryMiB: 12800,
        nics: [{ macAddress: "00:50:56:00:00:01", ipv4: ["10.0.0.1"], ipv6: ["fe80::1"] }],
        host: "esx1",
        powerState: "on",
        disks: [
          { name: "Hard disk 1", sizeGiB: 40, kind: "vmdk", os: true },
          { name: "Hard disk 2", sizeGiB: 4095.5, kind: "rdm", os: false },
        ],
      },
      {
        name: "db01",
        id: "vm-43",
        kind: "vmware-vm",
        os: { family: "windows", name: "Windows Server", version: "2019", architecture: "x64" },
        cpuCores: 4,
        memoryMiB: 16384,
        nics: [{ macAddress: "a" }, { macAddress: "b" }],
        host: "esx1",
        powerState: "off",
        disks: [{ name: "Hard disk 7", sizeGiB: 80, kind: "vmdk", os: true }],
      },
      { name: "odd", id: "vm-44", kind: "vmware-vm", memoryMiB: 1.385 * 1024 },
    ]);
    for (const text of [
      'row 4, column "IPAddress": "System.String[]" is the name of a type',
      'row 5, column "PowerState": "Frozen" is no power state',
      'row 5, column "NumCpu": "many" is not a number',
      'row 5, column "VMHost": "VMware.VimAutomation.ViCore.Impl.V1.Inventory.HostImpl" is the name of a type',
      'disks.csv, row 5, column "Parent": "gone" is not among the machines',
    ]) {
      expect(reading.messages).toContainEqual(expect.stringContaining(text));
    }
  });

  it("says that Get-VM has no sizes of disks", async () => {
    const { machines: alone, messages } = await readNoted([write("alone.csv", machines)]);
    expect(alone[0]?.disks).toBeUndefined();
    expect(messages).toContainEqual(expect.stringContaining("Give the output of Get-HardDisk"));
  });

  it("refuses disks without machines", async () => {
    await expect(readEstate([write("only-disks.csv", disks)])).rejects.toThrow(
      /only-disks\.csv: Nothing in the file lists machines/,
    );
  });
});
