import type { Disk, OperatingSystem, DiskType } from "./machine";

/** The source side besides its machines: what the estate document says once for all of them. */
export interface Site {
  readonly target?: RecoveryTarget;
  readonly vcenter?: VCenter;
  readonly hosts?: readonly Host[];
  readonly vmm?: Vmm;
  readonly configurationServer?: ConfigurationServer;
  readonly processServers?: readonly ProcessServer[];
  readonly appliance?: Appliance;
  readonly storageReplication?: "san" | "hyper-v-replica";
  readonly egress?: readonly Egress[];
  readonly masterTargets?: readonly MasterTarget[];
  /** Ways data takes besides the network: `odx`, `offline-seeding`, `data-box`. */
  readonly replicationChannels?: readonly string[];
  readonly failback?: { readonly planned?: boolean; readonly largeVolume?: boolean };
  /** A machine that is a replica already replicates on. */
  readonly chainedReplication?: boolean;
  /** The first copy is carried by disk instead of the network. */
  readonly offlineSeeding?: boolean;
}

/** Where the machines shall be recovered. Regions in Azure's short form (`westeurope`). */
export interface RecoveryTarget {
  readonly region?: string;
  readonly vaultRegion?: string;
  readonly networkRegion?: string;
  readonly storageRegion?: string;
  readonly availabilityZone?: string;
  readonly availabilitySet?: boolean;
  readonly diskType?: DiskType;
  readonly storageAccountKind?: string;
  readonly storageSku?: string;
  readonly storageAccessTier?: string;
  readonly logStorageSku?: string;
  /** Encryption at host on the machines in Azure. */
  readonly encryptionAtHost?: boolean;
}

export interface VCenter {
  readonly name?: string;
  readonly version?: string;
  /** Name of the network it lies in. */
  readonly network?: string;
  /** The latest updates are installed. */
  readonly updatesCurrent?: boolean;
  /** `cross-vcenter-vmotion`, `virtual-volumes`, `storage-drs`, `storage-vmotion`. */
  readonly featuresInUse?: readonly string[];
}

export interface Host {
  readonly name?: string;
  readonly version?: string;
  readonly kind?: "vsphere" | "hyperv";
  readonly nicTeaming?: boolean;
  readonly datastores?: readonly Datastore[];
  readonly clustered?: boolean;
  readonly multipath?: boolean;
  /** Replication would use IPv6; link-local addresses do not count. */
  readonly ipv6?: boolean;
  /** Knowledge-base numbers of installed updates, e.g. `2961977`. */
  readonly installedUpdates?: readonly string[];
  readonly replicaBrokerConfigured?: boolean;
  /** Name of its cluster. */
  readonly cluster?: string;
  /** How its cluster gets addresses. */
  readonly clusterIpAssignment?: "static" | "dhcp";
  /** Every node of its cluster is registered in the same vault and Hyper-V site. */
  readonly clusterInOneVault?: boolean;
  /** `Windows Server` or `Hyper-V Server`; `version` holds the release. A client system is `Windows`. */
  readonly product?: string;
  /** Windows roles, e.g. `Hyper-V`. */
  readonly roles?: readonly string[];
  readonly internetAccess?: "direct" | "proxy" | "none";
  readonly updatesCurrent?: boolean;
  /** Name of the management network. */
  readonly network?: string;
  readonly managedByVmm?: boolean;
  /** Host group in VMM; `null`: in none. */
  readonly hostGroup?: string | null;
  readonly site?: "primary" | "secondary";
  readonly vmCount?: number;
  readonly dotNetVersion?: string;
  /** Version of the Hyper-V replication provider. */
  readonly providerVersion?: string;
  readonly multipathModule?: string;
  /** Azure Backup protects machines of this Hyper-V host. */
  readonly azureBackupInstalled?: boolean;
}

/** Where virtual disks lie: a datastore of VMware, or a volume of a Hyper-V host. */
export interface Datastore {
  readonly name?: string;
  readonly freeGiB?: number;
  readonly kind?: "vmfs" | "nfs" | "vsan" | "vvol";
  readonly transport?: "iscsi" | "fc" | "nfs" | "local";
}

export interface Vmm {
  readonly version?: string;
  readonly topology?: "single" | "pair";
  readonly clouds?: readonly {
    readonly name?: string;
    /** Number of host groups. */
    readonly hostGroups?: number;
    /** Number of host groups without any host or cluster. */
    readonly emptyHostGroups?: number;
  }[];
  readonly internetAccess?: boolean;
  readonly updatesCurrent?: boolean;
  /** Its firewall has rules by address. */
  readonly ipBasedFirewall?: boolean;
  /** Those rules let it reach Azure. */
  readonly azureEgressAllowed?: boolean;
}

export interface ConfigurationServer {
  readonly hostName?: string;
  readonly version?: string;
  readonly kind?: "vmware-vm" | "physical" | "hyperv-vm" | "azure-vm";
  readonly deployment?: "ovf-template" | "manual";
  /** What runs on it: `configuration-server`, `process-server`, `master-target`. */
  readonly components?: readonly string[];
  readonly internetAccess?: boolean;
  /** Protected by vSphere HA. */
  readonly highAvailability?: boolean;
  /** Ports it can be reached on. */
  readonly openPorts?: readonly number[];
  readonly network?: string;
  readonly cpuCores?: number;
  readonly memoryGiB?: number;
  readonly os?: OperatingSystem & { readonly installationType?: "full" | "core" | "nano" };
  readonly disks?: readonly (Omit<Disk, "os" | "kind"> & {
    readonly role?: "os" | "process-server-cache" | "retention";
    readonly freeGiB?: number;
  })[];
  readonly staticIp?: boolean;
  readonly nicType?: string;
  readonly isDomainController?: boolean;
  readonly powerCliVersion?: string;
  readonly windowsRoles?: readonly string[];
  readonly groupPolicies?: readonly string[];
  readonly iis?: {
    readonly defaultWebsite?: boolean;
    readonly anonymousAuthentication?: boolean;
    readonly fastCgi?: boolean;
    readonly port443InUse?: boolean;
  };
}

export interface ProcessServer {
  readonly name?: string;
  readonly dailyChurnTB?: number;
  readonly network?: string;
}

/** A master target of its own, beside the one on the configuration server. */
export interface MasterTarget {
  readonly name?: string;
  readonly kind?: "vmware-vm" | "physical";
}

export interface Appliance {
  readonly hostName?: string;
  readonly kind?: "vmware-vm" | "physical" | "hyperv-vm";
  readonly cpuCores?: number;
  readonly memoryGiB?: number;
  readonly freeDiskGiB?: number;
  readonly disks?: readonly { readonly role?: "os" | "data"; readonly sizeGiB?: number }[];
  readonly os?: OperatingSystem & { readonly installationType?: "full" | "core" | "nano" };
  readonly version?: string;
  readonly nicType?: string;
  /** Its fully qualified name stays the same. */
  readonly staticFqdn?: boolean;
  readonly fipsMode?: boolean;
  readonly windowsRoles?: readonly string[];
  readonly groupPolicies?: readonly string[];
  readonly iis?: ConfigurationServer["iis"];
  readonly openPorts?: readonly number[];
  /** The vault was made for it. */
  readonly newVault?: boolean;
  /** Machines it replicates. */
  readonly machineCount?: number;
  readonly dailyChurnTB?: number;
  /** Cache disk. */
  readonly cacheDiskGiB?: number;
}

/** One observed or planned network reachability. `from` is a server role (`configuration-server`, `hyperv-host` …). */
export interface Egress {
  readonly from?: string;
  readonly host?: string;
  readonly port?: number;
  readonly allowed?: boolean;
}
