import type { Disk, Machine } from "../limits/facts/machine";

/** Mixed systems, so that a run meets fine machines, findings and undecided facts in a fixed ratio. */
const systems: readonly Machine["os"][] = [
  { family: "windows", name: "Windows Server", version: "2019", architecture: "x64" },
  { family: "windows", name: "Windows Server", version: "2012 R2", architecture: "x64" },
  { family: "linux", name: "Ubuntu", version: "22.04", architecture: "x64", kernel: "5.15.0-1040-azure" },
  { family: "linux", name: "Red Hat Enterprise Linux", version: "8.6", architecture: "x64" },
];

/** An estate document with `count` VMware machines of five disks each; the same bytes for the same count. */
export function syntheticEstate(count: number): object {
  const machines: Machine[] = [];
  for (let index = 0; index < count; index++) {
    const disks: Disk[] = [];
    for (let disk = 0; disk < 5; disk++) {
      // Every fiftieth machine has one disk that no edition accepts.
      const tooLarge = disk === 4 && index % 50 === 0;
      disks.push({
        name: `Hard disk ${disk + 1}`,
        sizeGiB: tooLarge ? 40_000 : 64 * (disk + 1),
        os: disk === 0,
        kind: "vmdk",
        shared: false,
        encrypted: false,
        dynamic: false,
        logicalSectorBytes: 512,
        physicalSectorBytes: 512,
      });
    }
    machines.push({
      name: `machine-${index.toString().padStart(6, "0")}`,
      id: `vm-${index}`,
      kind: "vmware-vm",
      os: systems[index % systems.length],
      mobilityServiceVersion: "9.62.7172.1",
      firmware: index % 10 === 0 ? "uefi" : "bios",
      secureBoot: false,
      cpuCores: 4,
      memoryMiB: 16_384,
      disks,
      volumes: [
        {
          mount: "/",
          fileSystem: "ext4",
          sizeGiB: 60,
          freeMiB: 9000,
          manager: "partition",
          disks: ["Hard disk 1"],
        },
      ],
      nics: [
        {
          name: "eth0",
          ipv4: [`10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`],
          assignment: "static",
          type: "VMXNET3",
        },
      ],
      multiVmGroup: null,
    });
  }
  return {
    schema: "asr-estate/1",
    scenario: "vmware-to-azure",
    target: { region: "westeurope", vaultRegion: "westeurope" },
    machines,
  };
}
