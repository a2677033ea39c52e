import { describe, expect, it } from "vitest";
import { readEstate } from "../../../../estate/read";
import { temporaryFolder } from "../../temporary-folder";
import { readNoted } from "../read-notes";

const write = temporaryFolder();

const gib = 1024 ** 3;

const web = {
  Name: "web01",
  Id: "1B4E28BA-2FA1-11D2-883F-0016D3CCA427",
  Generation: 2,
  ProcessorCount: 4,
  MemoryStartup: 8 * gib,
  MemoryAssigned: 0,
  State: 2,
  ComputerName: "HV1",
  Uptime: { TotalSeconds: 12 },
  HardDrives: [
    {
      Path: "C:\\VMs\\web01\\os.vhdx",
      ControllerType: 1,
      ControllerNumber: 0,
      ControllerLocation: 0,
      DiskNumber: null,
    },
    {
      Path: "C:\\VMs\\web01\\data.vhds",
      ControllerType: "SCSI",
      ControllerNumber: 0,
      ControllerLocation: 1,
      SupportPersistentReservations: true,
    },
    {
      Path: "Disk 3 100.00 GB Bus 0",
      ControllerType: 1,
      ControllerNumber: 0,
      ControllerLocation: 2,
      DiskNumber: 3,
    },
  ],
  NetworkAdapters: [
    {
      Name: "Network Adapter",
      MacAddress: "00155D000001",
      SwitchName: "lan",
      IPAddresses: ["10.0.0.1", "fe80::1"],
    },
    { Name: "second", MacAddress: "000000000000", SwitchName: null, IPAddresses: [] },
  ],
};
const old = {
  VMName: "old01",
  VMId: "2b4e28ba-2fa1-11d2-883f-0016d3cca427",
  Generation: 1,
  ProcessorCount: 1,
  MemoryStartup: 512 * 1024 ** 2,
  State: "Off",
  OSName: "Windows Server 2012 R2 Standard",
  HardDrives: [
    { Path: "D:\\old\\data.vhd", ControllerType: "SCSI", ControllerNumber: 0, ControllerLocation: 0 },
    { Path: "D:\\old\\os.vhd", ControllerType: "IDE", ControllerNumber: 0, ControllerLocation: 0 },
  ],
};
const vhds = [
  {
    Path: "c:\\vms\\WEB01\\os.vhdx",
    VhdFormat: 3,
    VhdType: 3,
    Size: 127 * gib,
    FileSize: 9 * gib,
    LogicalSectorSize: 512,
    PhysicalSectorSize: 4096,
  },
  { Path: "C:\\VMs\\web01\\data.vhds", VhdFormat: "VHDSet", VhdType: "Fixed", Size: 1024 * gib },
  { Path: "D:\\old\\os.vhd", VhdFormat: 2, VhdType: 2, Size: 40 * gib },
  { Path: "D:\\old\\data.vhd", VhdFormat: 2, VhdType: 2, Size: 40 },
];

const json = (value: unknown): string => JSON.stringify(value, undefined, 2);

describe("Hyper-V", () => {
  it("reads machines with disks, VHDs and adapters, from whatever PowerShell wrote", async () => {
    const { document, machines, messages } = await readNoted([
      write("vms.json", `\ufeff${json([web, old])}`),
      write("vhds.json", Buffer.from(`\ufeff${json(vhds)}`, "utf16le")),
    ]);
    expect(document.scenario).toBe("hyperv-to-azure");
    expect(machines).toEqual([
      {
        name: "web01",
        id: "1b4e28ba-2fa1-11d2-883f-0016d3cca427",
        kind: "hyperv-vm",
        generation: 2,
        firmware: "uefi",
        cpuCores: 4,
        memoryMiB: 8192,
        host: "HV1",
        powerState: "on",
        disks: [
          {
            name: "os.vhdx",
            kind: "vhdx",
            controller: "scsi",
            sizeGiB: 127,
            logicalSectorBytes: 512,
            physicalSectorBytes: 4096,
            datastore: "C:",
            os: true,
          },
          {
            name: "data.vhds",
            kind: "vhdx",
            shared: true,
            controller: "scsi",
            sizeGiB: 1024,
            datastore: "C:",
            os: false,
          },
          { name: "Disk 3", kind: "physical", controller: "scsi", os: false },
        ],
        nics: [
          {
            name: "Network Adapter",
            macAddress: "00155D000001",
            network: "lan",
            ipv4: ["10.0.0.1"],
            ipv6: ["fe80::1"],
          },
          { name: "second" },
        ],
      },
      {
        name: "old01",
        id: "2b4e28ba-2fa1-11d2-883f-0016d3cca427",
        kind: "hyperv-vm",
        os: { family: "windows", name: "Windows Server", version: "2012 R2", edition: "Standard" },
        generation: 1,
        firmware: "bios",
        cpuCores: 1,
        memoryMiB: 512,
        powerState: "off",
        disks: [
          { name: "data.vhd", kind: "vhd", controller: "scsi", datastore: "D:", os: false },
          { name: "os.vhd", kind: "vhd", controller: "ide", datastore: "D:", sizeGiB: 40, os: true },
        ],
      },
    ]);
    expect(messages).toContainEqual(
      expect.stringMatching(/vhds\.json.* row 4, column "Size": "40" is too small for a size in bytes/),
    );
  });

  it("reads one machine as a bare object, and several hosts as one estate", async () => {
    const { machines } = await readNoted([write("one.json", json(web)), write("two.json", json(old))]);
    expect(machines.map(({ name }) => name)).toEqual(["web01", "old01"]);
  });

  it("counts a machine once that every node of a cluster lists", async () => {
    const { machines, messages } = await readNoted([
      write("n1.json", json([web])),
      write("n2.json", json([web])),
    ]);
    expect(machines).toHaveLength(1);
    expect(messages).toContainEqual(expect.stringContaining("is the id of a machine before"));
  });

  it.each([
    [
      "a list of types",
      ["Microsoft.HyperV.PowerShell.HardDiskDrive", "Microsoft.HyperV.PowerShell.HardDiskDrive"],
    ],
    ["one text", "Microsoft.HyperV.PowerShell.HardDiskDrive Microsoft.HyperV.PowerShell.HardDiskDrive"],
  ])("keeps truncated disks as disks of which nothing is known (%s)", async (_, HardDrives) => {
    const { machines, messages } = await readNoted([write("cut.json", json([{ ...web, HardDrives }]))]);
    expect(machines[0]?.disks).toEqual([{}, {}]);
    expect(messages).toContainEqual(
      expect.stringContaining("only the name of a type: ConvertTo-Json -Depth 4"),
    );
  });

  it("reads CSV of the cmdlets, and names what does not fit", async () => {
    const vms = write(
      "vms.csv",
      '#TYPE Microsoft.HyperV.PowerShell.VirtualMachine\r\n"Name","VMId","Generation","ProcessorCount","MemoryStartup","State","HardDrives"\r\n' +
        '"a","id-a","2","2","4096","Running","System.Collections.Generic.List`1[Microsoft.HyperV.PowerShell.HardDiskDrive]"\r\n' +
        '"b","id-b","3","2","4294967296","Melted",""\r\n',
    );
    const drives = write(
      "drives.csv",
      '"VMName","VMId","ControllerType","ControllerNumber","ControllerLocation","DiskNumber","Path"\r\n' +
        '"a","ID-A","SCSI","0","0","","C:\\a.vhdx"\r\n"gone","x","SCSI","0","0","","C:\\gone.vhdx"\r\n',
    );
    const sizes = write("vhd.csv", '"Path","VhdFormat","Size"\r\n"C:\\a.vhdx","VHDX","53687091200"\r\n');
    const adapters = write(
      "nics.csv",
      '"VMName","VMId","Name","SwitchName","MacAddress","IPAddresses"\r\n"b","id-b","n","lan","00155D000002","{10.0.0.2, fe80::2}"\r\n',
    );
    const { machines, messages } = await readNoted([vms, drives, sizes, adapters]);
    expect(machines).toMatchObject([
      { name: "a", powerState: "on", disks: [{ name: "a.vhdx", kind: "vhdx", sizeGiB: 50, os: true }] },
      { name: "b", memoryMiB: 4096, nics: [{ ipv4: ["10.0.0.2"], ipv6: ["fe80::2"] }] },
    ]);
    expect(machines[0]?.memoryMiB).toBeUndefined();
    for (const text of [
      'row 3, column "MemoryStartup": "4096" is too little for a number of bytes',
      'row 3, column "HardDrives": "System.Collections.Generic.List`1[Microsoft.HyperV.PowerShell.HardDiskDrive]" is the name of a type',
      'row 4, column "State": "Melted" is no state',
      'row 4, column "Generation": "3" is neither 1 nor 2',
      'drives.csv, row 3, column "VMName": The machine "gone" is not in the output of Get-VM',
    ]) {
      expect(messages).toContainEqual(expect.stringContaining(text));
    }
  });

  it("knows the volumes that disks lie on, and what is free there", async () => {
    const on = (name: string, host: string, path: string): object => ({
      ...web,
      Name: name,
      Id: name,
      ComputerName: host,
      HardDrives: [{ Path: path, ControllerType: 1, ControllerNumber: 0, ControllerLocation: 0 }],
    });
    const { document, machines, messages } = await readNoted([
      write(
        "clustered.json",
        json([
          on("a", "HV1", "c:\\clusterstorage\\Volume1\\a\\a.vhdx"),
          on("b", "HV2", "d:/b/b.vhdx"),
          on("c", "HV2", "\\\\files\\vms\\c\\c.vhdx"),
          on("d", "HV2", "relative.vhdx"),
        ]),
      ),
      write(
        "volumes.json",
        json([
          { DriveLetter: "D", Size: 100 * gib, SizeRemaining: 25 * gib, PSComputerName: "hv2.example.com" },
          { DriveLetter: "E", Size: 100 * gib, SizeRemaining: 5 * gib },
          { DriveLetter: null, Size: gib, SizeRemaining: gib, PSComputerName: "hv2" },
        ]),
      ),
      write(
        "shared.csv",
        `"FriendlyVolumeName","Size","FreeSpace"\r\n"C:\\ClusterStorage\\Volume1","${500 * gib}","${60 * gib}"\r\n`,
      ),
    ]);
    expect(machines.map(({ disks }) => disks?.[0]?.datastore)).toEqual([
      "c:\\clusterstorage\\Volume1",
      "D:",
      "\\\\files\\vms",
      undefined,
    ]);
    const shared = { name: "C:\\ClusterStorage\\Volume1", freeGiB: 60 };
    expect(document.hosts).toEqual([
      { name: "HV1", kind: "hyperv", datastores: [shared] },
      { name: "HV2", kind: "hyperv", datastores: [{ name: "D:", freeGiB: 25 }, shared] },
    ]);
    expect(messages).toContainEqual(
      expect.stringMatching(
        /volumes\.json.*row 2, column "DriveLetter": The volume does not say on which host/,
      ),
    );
  });

  it("refuses JSON that is no inventory, and VHDs without machines", async () => {
    await expect(readEstate([write("other.json", json([{ colour: "red" }]))])).rejects.toThrow(
      /no estate document/,
    );
    await expect(readEstate([write("only.json", json(vhds))])).rejects.toThrow(
      /Nothing in the file lists machines/,
    );
    await expect(readEstate([write("none.json", "[]")])).rejects.toThrow(/none\.json/);
  });
});
