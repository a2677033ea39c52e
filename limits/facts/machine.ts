/**
 * What rules know about a machine that replicates. Names and units are those of the estate document
 * (`asr-estate/1`). A fact that is not known is absent: rules answer "undecided", never "fine".
 */
export interface Machine {
  readonly name: string;
  /** Identity in the source system, e.g. `vm-12`. */
  readonly id?: string;
  /** Name the machine shall have in Azure; the source name where absent. */
  readonly azureName?: string;
  readonly kind?: "vmware-vm" | "physical" | "hyperv-vm" | "azure-vm";
  readonly os?: OperatingSystem;
  /** Four-part agent version, e.g. `9.24` or `9.62.7172.1`. Never assumed to be the newest. */
  readonly mobilityServiceVersion?: string;
  readonly firmware?: "bios" | "uefi";
  readonly secureBoot?: boolean;
  /** Hyper-V or Azure generation. */
  readonly generation?: 1 | 2;
  readonly cpuCores?: number;
  readonly memoryMiB?: number;
  readonly disks?: readonly Disk[];
  readonly volumes?: readonly Volume[];
  readonly nics?: readonly Nic[];
  /** Of all disks together; the peak of a sum is not the sum of the disks' peaks. */
  readonly churn?: Churn;
  /** Name of the multi-VM consistency group; `null`: in none. */
  readonly multiVmGroup?: string | null;
  /** Name of the host in the estate's `hosts`. */
  readonly host?: string;
  readonly powerState?: "on" | "off" | "suspended";
  readonly vmxParameters?: Readonly<Record<string, string>>;
  readonly vmwareTools?: { readonly installed?: boolean; readonly running?: boolean };
  readonly firewall?: { readonly inboundAllowedPorts?: readonly number[] };
  readonly dockerDiskConfiguration?: boolean;
  readonly storageControllers?: readonly { readonly name?: string; readonly driver?: string }[];
  /** Windows drive that holds the operating system, e.g. `C:`. */
  readonly osDrive?: string;
  /** Name the machine has in its own operating system. */
  readonly hostName?: string;
  /** VMM cloud of its host; `null`: in none. */
  readonly vmmCloud?: string | null;
  /** The guest uses multipath I/O. */
  readonly multipath?: boolean;
  /** The machine shall return to its source after failover. */
  readonly failbackPlanned?: boolean;
  /** The operating system runs in FIPS mode. */
  readonly fipsMode?: boolean;
  /** Entries of `/etc/hosts`: addresses by host name. */
  readonly etcHosts?: Readonly<Record<string, readonly string[]>>;
  /** Linux system paths and file names in use, such as `/etc` and `/usr`. */
  readonly systemPaths?: readonly string[];
  /** Folder of the Mobility Service, planned or present. */
  readonly mobilityServiceFolder?: string;
  /** Linux storage drivers stack I/O of several devices (chained I/O). */
  readonly chainedIo?: boolean;
  /** Identity that the firmware reports. */
  readonly biosId?: string;
  /** An Azure VM made from a Marketplace image. */
  readonly marketplaceImage?: boolean;
  /** Machines that are Azure VMs already. */
  readonly azure?: AzureSource;
}

/** What only an Azure VM has. */
export interface AzureSource {
  readonly vmId?: string;
  /** Region it runs in, in short form. */
  readonly region?: string;
  /** `null`: in no zone. */
  readonly zone?: string | null;
  readonly dedicatedHost?: boolean;
  /** What its flexible scale set is for; `null`: in none. */
  readonly scaleSet?: "availability" | "scaling" | null;
  readonly securityType?: string | null;
  /** Replicates with the High Churn option. */
  readonly highChurn?: boolean;
  /** Its proxy asks for authentication. */
  readonly proxyAuthentication?: boolean;
  /** The source and target lie in one region, in two zones. */
  readonly zoneToZone?: boolean;
  /** Disks of several controller types, several controllers of one type, or local NVMe. */
  readonly mixedDiskControllers?: boolean;
  /** Nodes of its shared-disk cluster; `null`: in none. */
  readonly sharedDiskCluster?: { readonly kind?: string; readonly nodes?: number } | null;
}

export interface OperatingSystem {
  readonly family?: "windows" | "linux" | "other";
  /** Product name without version: `Windows Server`, `Windows`, `Ubuntu`, `Red Hat Enterprise Linux` … */
  readonly name?: string;
  /** `2012 R2`, `16.04`, `7.6`; a string because versions are not decimals. */
  readonly version?: string;
  /** `SP1`; `null`: known to have none. */
  readonly servicePack?: string | null;
  /** `Server Core`, `Nano Server`, `Datacenter` …; `null`: known to be the ordinary one. */
  readonly edition?: string | null;
  readonly architecture?: "x64" | "x86" | "arm64";
  /** Linux kernel release as `uname -r` prints it. */
  readonly kernel?: string;
  /** The kernel is the distribution's own, of its minor release. */
  readonly stockKernel?: boolean;
  /** Linux Integration Services installed (RHEL/CentOS 5). */
  readonly lisInstalled?: boolean;
  /** Version of Python, where installed. */
  readonly pythonVersion?: string;
  /** Windows trusts SHA-2 signatures: servicing stack update and SHA-2 update are installed. */
  readonly sha2Support?: boolean;
  /** Windows servicing channel. */
  readonly servicingChannel?: "LTSC" | "SAC";
  readonly locale?: string;
}

export interface Disk {
  readonly name?: string;
  /** Capacity in GiB (what Azure writes as GB). For a dynamic VHDX the maximum, not the file size. */
  readonly sizeGiB?: number;
  /** Holds the operating system. */
  readonly os?: boolean;
  readonly kind?: "vmdk" | "rdm" | "vhd" | "vhdx" | "physical" | "iscsi" | "fc" | "nfs" | "smb" | "managed";
  /** Name of the datastore or host volume that the virtual disk lies on. */
  readonly datastore?: string;
  /** Shared between machines (guest cluster, multi-writer). */
  readonly shared?: boolean;
  /** Windows dynamic disk. */
  readonly dynamic?: boolean;
  readonly encrypted?: boolean | null;
  readonly bitLockerEnabled?: boolean;
  readonly logicalSectorBytes?: number;
  readonly physicalSectorBytes?: number;
  readonly partitionTable?: "mbr" | "gpt";
  readonly partitionCount?: number;
  readonly targetType?: DiskType;
  /** Tier name such as `P30`; derived from type and size where absent. */
  readonly targetTier?: string;
  readonly churn?: Churn;
  /** Left out of replication on purpose. */
  readonly excluded?: boolean;
  /** Name of the block device, e.g. `/dev/sda`. */
  readonly deviceName?: string;
  /** A block device that a paravirtualised driver exports; VMware's PVSCSI controller is none. */
  readonly paravirtualized?: boolean;
  /** The block device uses multi-queue I/O. */
  readonly multiQueue?: boolean;
  readonly controller?: "scsi" | "ide" | "sata" | "nvme";
  /** ARM SKU of a managed disk, e.g. `PremiumV2_LRS`. */
  readonly sku?: string;
  /** An operating-system disk on the Azure host's local storage. */
  readonly ephemeral?: boolean;
  readonly writeAccelerator?: boolean;
  readonly performancePlus?: boolean;
  /** Host caching in Azure. */
  readonly caching?: "None" | "ReadOnly" | "ReadWrite";
  /** Azure Disk Encryption: where its key lies and whether it covers single volumes only. */
  readonly azureDiskEncryption?: { readonly keyType?: "software" | "hsm"; readonly singleVolume?: boolean };
  /** A DRBD device, or a volume of Storage Replica. */
  readonly replicatedByGuest?: boolean;
  /** A volume of Azure Elastic SAN. */
  readonly elasticSan?: boolean;
}

export type DiskType =
  "standard-hdd" | "standard-ssd" | "premium-ssd" | "premium-ssd-v2" | "ultra" | "storage-account";

export interface Churn {
  readonly averageMBps?: number;
  readonly peakMBps?: number;
  readonly dailyGB?: number;
  readonly averageIoKB?: number;
}

export interface Volume {
  readonly mount?: string;
  readonly fileSystem?: string;
  readonly sizeGiB?: number;
  readonly freeMiB?: number;
  readonly manager?: "partition" | "lvm" | "lvm2" | "md" | "storage-spaces";
  /** Names of the disks it lies on. */
  readonly disks?: readonly string[];
  readonly xfsFtype?: number;
  /** Block device, e.g. `/dev/sdb1` or `/dev/mapper/vg-data`. */
  readonly device?: string;
  /** Btrfs is set up with a RAID profile. */
  readonly raid?: boolean;
  /** A thin-provisioned logical volume. */
  readonly thinProvisioned?: boolean;
  /** Name of the volume in its volume group. */
  readonly logicalVolume?: string;
}

export interface Nic {
  readonly name?: string;
  readonly macAddress?: string;
  readonly ipv4?: readonly string[];
  readonly ipv6?: readonly string[];
  readonly assignment?: "static" | "dhcp";
  readonly teamed?: boolean;
  /** Adapter type, e.g. `VMXNET3`. */
  readonly type?: string;
  readonly network?: string;
  readonly acceleratedNetworking?: boolean;
  /** Ids of application security groups it belongs to (Azure VMs). */
  readonly applicationSecurityGroups?: readonly string[];
}
