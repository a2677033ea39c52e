import { describe, expect, it } from "vitest";
import { readEstate } from "../../estate/read";
import { fixture } from "./fixture";
import { readNoted } from "./readers/read-notes";
import { temporaryFolder } from "./temporary-folder";
import { buildWorkbook, type Rows } from "./workbook/build-workbook";

const write = temporaryFolder();

describe("RVTools 4", async () => {
  const { document, messages } = await readNoted([fixture("rvtools-4.xlsx")]);
  const machines = new Map(document.machines.map((machine) => [machine.id, machine]));

  it("leaves out templates and placeholders and keeps machines of one name and id apart", () => {
    expect(document.machines.map(({ name, id }) => [name, id])).toEqual([
      ["web01", "vm-101"],
      ["app01", "vc.example.com/vm-102"],
      ["app01", "vc2.example.com/vm-102"],
      ["db01", "vm-103"],
      ["orphan", "vm-106"],
    ]);
    expect(messages).toContainEqual(
      expect.stringContaining('row 6, column "Template": Templates are no machines'),
    );
    expect(messages).toContainEqual(expect.stringContaining('row 7, column "SRM Placeholder": Placeholders'));
  });

  it("reads what vInfo says, with the guest's own details", () => {
    expect(machines.get("vm-101")).toMatchObject({
      kind: "vmware-vm",
      os: {
        family: "linux",
        name: "Ubuntu",
        version: "20.04",
        architecture: "x64",
        kernel: "5.4.0-150-generic",
      },
      firmware: "bios",
      secureBoot: false,
      host: "esx1.example.com",
      powerState: "on",
      cpuCores: 4,
      memoryMiB: 8192,
      vmwareTools: { installed: true, running: true },
    });
    expect(machines.get("vc.example.com/vm-102")).toMatchObject({
      os: { name: "Windows Server", version: "2019" },
      firmware: "uefi",
      secureBoot: true,
      vmwareTools: { installed: false, running: false },
    });
  });

  it("joins by id and vCenter, then by UUID, and lets the id win over the name", () => {
    const sizes = (id: string) => machines.get(id)?.disks?.map(({ sizeGiB }) => sizeGiB);
    expect(sizes("vm-101")).toEqual([40, 100]);
    expect(sizes("vc.example.com/vm-102")).toEqual([60]);
    expect(sizes("vc2.example.com/vm-102")).toEqual([40]);
    expect(sizes("vm-103")).toEqual([80, 4096, 18]);
    expect(messages).toContainEqual(
      expect.stringContaining(
        'row 6, column "VM": The row names "db01-renamed", but its id is that of "db01"',
      ),
    );
    expect(messages).toContainEqual(
      expect.stringContaining('row 10, column "VM": The machine "gone" is not in vInfo'),
    );
  });

  it("tells raw and shared disks", () => {
    expect(machines.get("vm-103")?.disks?.map(({ kind, shared }) => [kind, shared])).toEqual([
      ["vmdk", false],
      ["rdm", false],
      ["vmdk", true],
    ]);
  });

  it("finds the operating-system disk by the volume before the position, and says so", () => {
    const boot = (id: string) => machines.get(id)?.disks?.map(({ os }) => os);
    expect(boot("vm-101")).toEqual([false, true]);
    expect(boot("vm-103")).toEqual([true, false, false]);
    expect(messages).toContainEqual(expect.stringContaining("The disk that holds the volume"));
    expect(messages).toContainEqual(expect.stringContaining("first position of the first controller"));
  });

  it("lists a volume once, with its disk", () => {
    expect(machines.get("vm-101")?.volumes).toEqual([
      { mount: "/", sizeGiB: 100000 / 1024, freeMiB: 50000, disks: ["Hard disk 2"] },
      { mount: "/data", sizeGiB: 39000 / 1024, freeMiB: 38000, disks: ["Hard disk 1"] },
    ]);
  });

  it("reads adapters with all their addresses", () => {
    expect(machines.get("vm-101")?.nics).toEqual([
      {
        name: "Network adapter 1",
        macAddress: "00:50:56:00:00:01",
        type: "Vmxnet3",
        network: "dmz",
        ipv4: ["10.0.1.11", "10.0.1.12"],
        ipv6: ["fe80::1"],
      },
    ]);
  });

  it("knows hosts with versions and datastores, and the vCenter", () => {
    expect(document.vcenter).toEqual({ name: "vc.example.com", version: "7.0.3" });
    expect(document.hosts).toEqual([
      {
        name: "esx1.example.com",
        kind: "vsphere",
        version: "7.0.3",
        datastores: [
          { name: "fast", kind: "vmfs" },
          { name: "share", kind: "nfs", transport: "nfs" },
        ],
      },
      {
        name: "esx2.example.com",
        kind: "vsphere",
        version: "6.7.0",
        datastores: [{ name: "fast", kind: "vmfs" }],
      },
    ]);
    expect(messages).toContainEqual(expect.stringContaining("One host that vInfo names is not in vHost"));
    expect(messages).toContainEqual(expect.stringContaining("several vCenters"));
  });

  it("leaves what an unreachable machine does not tell unknown", () => {
    expect(machines.get("vm-106")).toEqual({
      name: "orphan",
      id: "vm-106",
      kind: "vmware-vm",
      powerState: "off",
    });
  });

  it("echoes no licence key", () => {
    expect(JSON.stringify({ document, messages })).not.toContain("SECRET");
  });
});

describe("RVTools 3", async () => {
  const { document, messages } = await readNoted([fixture("rvtools-3.xlsx")]);

  it("reads MB as MiB", () => {
    expect(document.machines[0]?.disks).toEqual([{ name: "Hard disk 1", sizeGiB: 40, os: true }]);
  });

  it("names every cell that it could not use, and leaves the fact unknown", () => {
    expect(document.machines[1]?.memoryMiB).toBeUndefined();
    expect(messages).toContainEqual(
      expect.stringContaining(
        'sheet "vInfo", row 3, column "Memory": "4,096" is not a number of zero or more',
      ),
    );
    expect(messages).toContainEqual(
      expect.stringContaining('sheet "vDisk", row 4, column "Capacity MB": "many" is not a number'),
    );
    expect(messages).toContainEqual(
      expect.stringContaining("is what VMware Tools saw; the machine is configured as"),
    );
  });

  it("keeps disks that vDisk lacks as disks of unknown size", () => {
    expect(document.machines[1]?.disks).toEqual([
      { name: "Hard disk 1", sizeGiB: 40 },
      { name: "Hard disk 2" },
      {},
    ]);
    expect(messages).toContainEqual(
      expect.stringContaining('vInfo counts 3 disks of "file02", vDisk lists 2'),
    );
  });

  it("attributes disks of a shared name to nobody", () => {
    expect(document.machines.filter(({ name }) => name === "twin").map(({ disks }) => disks)).toEqual([
      [{}, {}],
      [{}, {}],
    ]);
    expect(messages).toContainEqual(
      expect.stringMatching(/row 5, column "VM": 2 machines have the name "twin".*\(also in row 6\)/),
    );
  });

  it("takes no version from a name that leaves it open", () => {
    expect(document.machines[2]?.os).toEqual({ family: "linux", name: "CentOS", architecture: "x64" });
  });
});

describe("Azure Migrate assessment", async () => {
  const { document, messages } = await readNoted([fixture("azure-migrate.xlsx")]);
  const machine = (name: string) => document.machines.find((candidate) => candidate.name === name);

  it("reads sizes that are text, and adapters by their brackets", () => {
    expect(machine("sql01")).toEqual({
      name: "sql01",
      kind: "vmware-vm",
      host: "vc.example.com",
      os: { family: "windows", name: "Windows Server", version: "2016", architecture: "x64" },
      firmware: "bios",
      cpuCores: 4,
      memoryMiB: 16384,
      nics: [
        { macAddress: "00:50:56:00:00:01", ipv4: ["10.1.2.3"], ipv6: ["fe80::1"] },
        { macAddress: "00:50:56:00:00:02", ipv4: ["10.1.3.3"], ipv6: [] },
      ],
      disks: [
        { name: "scsi0:1", sizeGiB: 99.5, os: false },
        { name: "scsi0:0", sizeGiB: 39.99, os: true },
      ],
      azureMigrate: { readiness: "ready" },
    });
  });

  it("leaves the operating-system disk open where two kinds of bus have a first disk", () => {
    expect(machine("mixed")?.disks?.map(({ os }) => os)).toEqual([undefined, undefined]);
  });

  it("judges a machine that was seen from the inside as a physical server", () => {
    expect(machine("inside")).toMatchObject({ kind: "physical", scenario: "physical-to-azure" });
    expect(machine("inside")?.disks?.map(({ os }) => os)).toEqual([undefined, undefined]);
  });

  it("keeps two machines of one name apart, without disks", () => {
    const twins = document.machines.filter(({ name }) => name === "twin");
    expect(twins.map(({ nics }) => nics?.[0]?.ipv4)).toEqual([["10.1.2.5"], ["10.1.2.6"]]);
    expect(twins.map(({ disks }) => disks)).toEqual([undefined, undefined]);
    expect(document.unattributedDisks).toEqual([
      {
        machine: "twin",
        disks: [
          { name: "scsi0:0", sizeGiB: 40 },
          { name: "scsi0:0", sizeGiB: 50 },
        ],
      },
    ]);
    expect(messages).toContainEqual(expect.stringContaining("whose the 2 disks are is unknown"));
  });

  it("takes what was not measured as unknown", () => {
    expect(machine("unmeasured")).toEqual({
      name: "unmeasured",
      host: "vc.example.com",
      azureMigrate: { readiness: "unknown" },
    });
  });

  it("takes the region of the assessment, and the scenario that was asked for", async () => {
    expect(document.target).toEqual({ region: "westus" });
    const asked = await readEstate([fixture("azure-migrate.xlsx")], { scenario: "hyperv-to-azure" });
    expect(asked.document.scenario).toBe("hyperv-to-azure");
    expect(asked.document.machines.every(({ scenario }) => scenario === undefined)).toBe(true);
  });
});

it("a second sheet of machines is named, not passed over", async () => {
  const vInfo: Rows = [
    ["VM", "Powerstate", "CPUs", "Memory"],
    ["web01", "poweredOn", 2, 4096],
  ];
  const { machines, messages } = await readNoted([
    write("two.xlsx", buildWorkbook({ vInfo, "vInfo (2)": vInfo })),
  ]);
  expect(machines).toHaveLength(1);
  expect(messages).toContainEqual(
    expect.stringContaining('sheet "vInfo (2)": The sheet lists machines as "vInfo" does and is not read'),
  );
});
