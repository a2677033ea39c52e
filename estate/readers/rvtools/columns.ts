/**
 * Columns of RVTools tabs under the spellings of its versions: 4.x, 3.x, and the `vInfo…` family of names.
 * Headers compare without case and with MB and MiB as one unit, so those differences are not listed.
 */
const identity = {
  name: ["VM", "vInfoVMName"],
  vmId: ["VM ID", "Object ID", "VMRef"],
  uuid: ["VM UUID", "vInfoUUID"],
  vcenter: ["VI SDK UUID", "vCenter UUID"],
} as const;

export const vInfo = {
  ...identity,
  biosId: ["SMBIOS UUID"],
  powerState: ["Powerstate", "vInfoPowerstate"],
  template: ["Template", "vInfoTemplate"],
  srmPlaceholder: ["SRM Placeholder", "vInfoSRMPlaceHolder"],
  connectionState: ["Connection state"],
  cpus: ["CPUs", "vInfoCPUs"],
  memory: ["Memory", "vInfoMemory"],
  nicCount: ["NICs", "vInfoNICs"],
  diskCount: ["Disks", "vInfoNumVirtualDisks"],
  totalDiskCapacity: ["Total disk capacity MiB"],
  firmware: ["Firmware"],
  secureBoot: ["EFI Secure boot"],
  host: ["Host", "vInfoHost"],
  osConfigured: ["OS according to the configuration file", "vInfoOS", "OS"],
  osSeen: ["OS according to the VMware Tools", "vInfoOSTools"],
  annotation: ["Annotation"],
  datacenter: ["Datacenter", "vInfoDataCenter"],
  cluster: ["Cluster", "vInfoCluster"],
  guestDetails: ["Guest Detailed Data"],
  serverType: ["VI SDK Server type"],
  server: ["VI SDK Server"],
} as const;

/** Tabs that carry the machine's identity under the same names. */
const ofMachine = { ...identity, name: ["VM", "vInfoVMName", "vMemoryVMName", "vPartitionVMName"] } as const;

export const vDisk = {
  ...ofMachine,
  disk: ["Disk"],
  key: ["Disk Key"],
  capacity: ["Capacity MiB"],
  raw: ["Raw"],
  sharingMode: ["Sharing mode"],
  sharedBus: ["Shared Bus"],
} as const;

export const vPartition = {
  ...ofMachine,
  mount: ["Disk"],
  key: ["Disk Key"],
  capacity: ["Capacity MiB", "vPartitionCapacityMiB"],
  free: ["Free MiB", "vPartitionFreeMiB"],
} as const;

export const vNetwork = {
  ...ofMachine,
  label: ["NIC label"],
  adapter: ["Adapter"],
  network: ["Network"],
  macAddress: ["Mac Address"],
  ipv4: ["IPv4 Address", "IP Address"],
  ipv6: ["IPv6 Address"],
} as const;

export const vCpu = { ...ofMachine, cpus: ["CPUs"] } as const;

export const vMemory = { ...ofMachine, size: ["Size MiB", "vMemorySizeMiB"] } as const;

export const vTools = { ...ofMachine, status: ["Tools"] } as const;

export const vHost = { name: ["Host", "vHostName"], version: ["ESX Version"] } as const;

export const vDatastore = { name: ["Name"], type: ["Type"], hosts: ["Hosts"] } as const;
