import { describe, expect, it } from "vitest";
import type { Machine } from "../../limits/facts/machine";
import type { SubjectKind, Subjects } from "../../limits/facts/subjects";
import { completeScope, createJudge } from "../../limits/judge";
import { scopes } from "./judging";

/** What all rules of a kind find in a subject. */
function findings<K extends SubjectKind>(
  scope: keyof typeof scopes,
  kind: K,
  subject: Subjects[K],
): readonly string[] {
  return createJudge(completeScope({ asOf: "2026-11-01", ...scopes[scope] }))
    .judge(kind, subject)
    .findings.map(({ rule, observed }) => `${rule}: ${observed}`);
}

/** A Windows machine with everything that 2019-05 says yes to. */
const allowedOnWindows: Machine = {
  name: "db01",
  kind: "vmware-vm",
  os: {
    family: "windows",
    name: "Windows Server",
    version: "2016",
    edition: "Server Core",
    architecture: "x64",
  },
  firmware: "bios",
  mobilityServiceVersion: "9.24",
  multipath: false,
  dockerDiskConfiguration: false,
  storageControllers: [{ name: "SCSI controller 0", driver: "pvscsi" }],
  disks: [
    // 512-byte sectors emulated on 4K: not listed, and not to be reported.
    {
      name: "Hard disk 1",
      sizeGiB: 2048,
      os: true,
      dynamic: false,
      kind: "vmdk",
      logicalSectorBytes: 512,
      physicalSectorBytes: 4096,
      encrypted: false,
      bitLockerEnabled: false,
      shared: false,
    },
    {
      name: "Hard disk 2",
      sizeGiB: 4095,
      os: false,
      dynamic: true,
      kind: "rdm",
      logicalSectorBytes: 4096,
      physicalSectorBytes: 4096,
      encrypted: false,
      bitLockerEnabled: false,
      shared: false,
    },
    {
      name: "Hard disk 3",
      sizeGiB: 4095,
      os: false,
      dynamic: true,
      kind: "vmdk",
      logicalSectorBytes: 4096,
      physicalSectorBytes: 512,
      encrypted: false,
      bitLockerEnabled: false,
      shared: false,
    },
    {
      name: "Page file",
      sizeGiB: 9000,
      os: false,
      kind: "iscsi",
      encrypted: true,
      shared: true,
      excluded: true,
    },
  ],
  volumes: [
    {
      mount: "C:",
      fileSystem: "ntfs",
      sizeGiB: 2000,
      freeMiB: 4096,
      manager: "partition",
      disks: ["Hard disk 1"],
    },
    // Striped over two disks: limits are per disk.
    {
      mount: "D:",
      fileSystem: "ntfs",
      sizeGiB: 8190,
      manager: "partition",
      disks: ["Hard disk 2", "Hard disk 3"],
    },
  ],
  nics: [
    {
      name: "a",
      ipv4: ["10.0.0.4"],
      ipv6: ["fe80::1"],
      assignment: "static",
      teamed: false,
      type: "VMXNET3",
    },
    { name: "b", ipv4: ["10.0.1.4"], ipv6: [], assignment: "dhcp", teamed: false, type: "E1000" },
  ],
};

const allowedOnLinux: Machine = {
  name: "app01",
  kind: "vmware-vm",
  os: {
    family: "linux",
    name: "Red Hat Enterprise Linux",
    version: "7.6",
    architecture: "x64",
    stockKernel: true,
  },
  firmware: "bios",
  mobilityServiceVersion: "9.24",
  mobilityServiceFolder: "/opt/agent",
  storageControllers: [{ name: "SCSI controller 0", driver: "vmw_pvscsi" }],
  disks: [
    {
      name: "sda",
      sizeGiB: 100,
      os: true,
      kind: "vmdk",
      deviceName: "/dev/sda",
      paravirtualized: false,
      multiQueue: false,
    },
  ],
  volumes: [
    { mount: "/boot/efi", fileSystem: "vfat", manager: "partition", disks: ["sda"] },
    { mount: "/", fileSystem: "xfs", xfsFtype: 1, freeMiB: 9000, manager: "lvm", disks: ["sda"] },
    { mount: "/home", fileSystem: "ext4", manager: "lvm2", disks: ["sda"] },
    { mount: "swap", fileSystem: "swap", manager: "lvm", disks: ["sda"] },
  ],
  nics: [{ name: "eth0", ipv4: ["10.0.0.5"], ipv6: ["fe80::2"], assignment: "static", teamed: false }],
};

describe("machines that must not be reported", () => {
  it("Windows with everything that 2019-05 allows", () => {
    expect(findings("vmware2019", "machine", allowedOnWindows)).toEqual([]);
  });

  it("Linux with everything that 2019-05 allows", () => {
    expect(findings("vmware2019", "machine", allowedOnLinux)).toEqual([]);
    expect(findings("physical2019", "machine", { ...allowedOnLinux, kind: "physical" })).toEqual([]);
  });

  it("UEFI that is migrated, beside its FAT32 system partition", () => {
    expect(
      findings("migration2019", "machine", {
        ...allowedOnWindows,
        firmware: "uefi",
        failbackPlanned: false,
        disks: [{ name: "Hard disk 1", sizeGiB: 100, os: true, partitionCount: 4, kind: "vmdk" }],
        volumes: [
          { mount: "C:", fileSystem: "NTFS" },
          { mount: "EFI", fileSystem: "FAT32" },
        ],
      }),
    ).toEqual([]);
  });

  it("32-bit Windows Server 2008 SP2 that is migrated", () => {
    expect(
      findings("migration2019", "machine", {
        name: "old01",
        os: {
          family: "windows",
          name: "Windows Server",
          version: "2008",
          servicePack: "SP2",
          architecture: "x86",
        },
        firmware: "bios",
        disks: [{ sizeGiB: 100, os: true }],
      }),
    ).toEqual([]);
  });
});

describe("hosts that must not be reported", () => {
  it("VMware hosts in 2019-05 with NFS, SAN, vSAN, virtual volumes, multipath, VLAN and teams", () => {
    expect(
      findings("vmware2019", "host", {
        name: "esx1",
        kind: "vsphere",
        version: "6.7",
        nicTeaming: true,
        multipath: true,
        multipathModule: "another module",
        ipv6: false,
        datastores: [
          { name: "a", kind: "nfs", transport: "nfs" },
          { name: "b", kind: "vmfs", transport: "fc" },
          { name: "c", kind: "vmfs", transport: "iscsi" },
          { name: "d", kind: "vsan" },
          { name: "e", kind: "vvol" },
        ],
      }),
    ).toEqual([]);
  });
});

/** Breaks every limit that the VMware tables of 2016 have and the Hyper-V tables have not. */
const brokenOnVmware: Machine = {
  name: "app01",
  os: { family: "windows", name: "Windows Server", version: "2003", architecture: "x86" },
  firmware: "bios",
  osDrive: "D:",
  vmwareTools: { installed: false },
  disks: [{ name: "a", sizeGiB: 40, os: true, dynamic: true, encrypted: true, shared: false, kind: "iscsi" }],
  volumes: [{ mount: "D:", fileSystem: "ntfs", freeMiB: 1, sizeGiB: 30 }],
};

describe("scenarios do not judge each other", () => {
  it("what VMware refuses and Hyper-V does not mention", () => {
    expect(findings("vmware2016", "machine", brokenOnVmware).toSorted()).toEqual([
      "dynamic-os-disk: dynamic disk",
      "encrypted-disk: encrypted",
      "guest-os-architecture: x86",
      "iscsi-disk: iscsi",
      "mobility-service-free-space: 1 MiB free",
      "vmware-tools: not installed",
      "windows-system-drive: D:",
    ]);
    expect(findings("hyperv2016", "machine", { ...brokenOnVmware, kind: "hyperv-vm" })).toEqual([]);
  });

  it("a secondary site has no limits of Azure", () => {
    expect(
      findings("secondary2016", "machine", {
        name: "app01",
        kind: "hyperv-vm",
        vmmCloud: "gold",
        firmware: "uefi",
        disks: [{ sizeGiB: 9000, os: true, shared: true }],
      }),
    ).toEqual([]);
  });

  it("physical servers have no vCenter Server and no vSphere host", () => {
    expect(findings("physical2019", "vcenter", { version: "4.0" })).toEqual([]);
    expect(findings("physical2019", "host", { version: "4.0", nicTeaming: false, datastores: [] })).toEqual(
      [],
    );
  });
});
