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
}

export interface VCenter {
  readonly name?: string;
  readonly version?: string;
}

export interface Host {
  readonly name?: string;
  readonly version?: string;
  readonly kind?: "vsphere" | "hyperv";
  readonly nicTeaming?: boolean;
  readonly datastores?: readonly Datastore[];
  readonly clustered?: boolean;
  readonly multipath?: boolean;
  readonly ipv6?: boolean;
  /** Knowledge-base numbers of installed updates, e.g. `2961977`. */
  readonly installedUpdates?: readonly string[];
  readonly replicaBrokerConfigured?: boolean;
}

export interface Datastore {
  readonly name?: string;
  readonly kind?: "vmfs" | "nfs" | "vsan" | "vvol";
  readonly transport?: "iscsi" | "fc" | "nfs" | "local";
}

export interface Vmm {
  readonly version?: string;
  readonly topology?: "single" | "pair";
  readonly clouds?: readonly { readonly name?: string; readonly hostGroups?: number }[];
  readonly internetAccess?: boolean;
}

export interface ConfigurationServer {
  readonly hostName?: string;
  readonly version?: string;
  readonly kind?: "vmware-vm" | "physical";
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
}

export interface Appliance {
  readonly hostName?: string;
  readonly cpuCores?: number;
  readonly memoryGiB?: number;
  readonly freeDiskGiB?: number;
  readonly os?: OperatingSystem;
  readonly version?: string;
}

/** One observed or planned network reachability. `from` is a server role (`configuration-server`, `hyperv-host` …). */
export interface Egress {
  readonly from?: string;
  readonly host?: string;
  readonly port?: number;
  readonly allowed?: boolean;
}
