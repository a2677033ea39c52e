import { z } from "zod";
import { experiences, scenarios } from "../../limits/scenarios";
import { amount, count, flag, text, version } from "./facts";
import { operatingSystem } from "./operating-system";

export const diskType = z.enum([
  "standard-hdd",
  "standard-ssd",
  "premium-ssd",
  "premium-ssd-v2",
  "ultra",
  "storage-account",
]);

export const churn = z.object({
  averageMBps: amount.optional(),
  peakMBps: amount.optional(),
  dailyGB: amount.optional(),
  averageIoKB: amount.optional(),
});

export const disk = z.object({
  name: text.optional(),
  sizeGiB: amount
    .optional()
    .meta({ description: "Capacity; of a dynamic disk the maximum, not the file's size." }),
  os: flag.optional().meta({ description: "Holds the operating system." }),
  kind: z.enum(["vmdk", "rdm", "vhd", "vhdx", "physical", "iscsi", "fc", "nfs", "smb", "managed"]).optional(),
  shared: flag.optional().meta({ description: "Shared between machines." }),
  dynamic: flag.optional().meta({ description: "Windows dynamic disk." }),
  encrypted: flag.nullable().optional(),
  bitLockerEnabled: flag.optional(),
  logicalSectorBytes: count.optional(),
  physicalSectorBytes: count.optional(),
  partitionTable: z.enum(["mbr", "gpt"]).optional(),
  partitionCount: count.optional(),
  targetType: diskType.optional(),
  targetTier: text.optional().meta({ description: "Tier name such as P30." }),
  churn: churn.optional(),
  excluded: flag.optional().meta({ description: "Left out of replication on purpose." }),
});

export const volume = z.object({
  mount: text.optional(),
  fileSystem: text.optional(),
  sizeGiB: amount.optional(),
  freeMiB: amount.optional(),
  manager: z.enum(["partition", "lvm", "lvm2", "md", "storage-spaces"]).optional(),
  disks: z.array(text).optional().meta({ description: "Names of the disks it lies on." }),
  xfsFtype: z.number().int().optional(),
});

export const nic = z.object({
  name: text.optional(),
  macAddress: text.optional(),
  ipv4: z.array(text).optional(),
  ipv6: z.array(text).optional(),
  assignment: z.enum(["static", "dhcp"]).optional(),
  teamed: flag.optional(),
  type: text.optional().meta({ description: "Adapter type, such as VMXNET3." }),
  network: text.optional(),
});

export const machine = z.object({
  name: z.string().min(1, "A machine needs a name"),
  id: text.optional().meta({ description: "Identity in the source system, such as vm-12." }),
  scenario: z.enum(scenarios).optional(),
  experience: z.enum(experiences).optional(),
  azureName: text.optional(),
  kind: z.enum(["vmware-vm", "physical", "hyperv-vm", "azure-vm"]).optional(),
  os: operatingSystem.optional(),
  mobilityServiceVersion: version.optional(),
  firmware: z.enum(["bios", "uefi"]).optional(),
  secureBoot: flag.optional(),
  generation: z.union([z.literal(1), z.literal(2)]).optional(),
  cpuCores: amount.optional(),
  memoryMiB: amount.optional(),
  disks: z.array(disk).optional(),
  volumes: z.array(volume).optional(),
  nics: z.array(nic).optional(),
  multiVmGroup: text.nullable().optional().meta({ description: "Consistency group; null: in none." }),
  host: text.optional().meta({ description: "Name of one of the hosts." }),
  powerState: z.enum(["on", "off", "suspended"]).optional(),
  vmxParameters: z.record(text, text).optional(),
  vmwareTools: z.object({ installed: flag.optional(), running: flag.optional() }).optional(),
  firewall: z.object({ inboundAllowedPorts: z.array(z.number().int()).optional() }).optional(),
  dockerDiskConfiguration: flag.optional(),
  storageControllers: z.array(z.object({ name: text.optional(), driver: text.optional() })).optional(),
  osDrive: text.optional().meta({ description: "Windows drive of the operating system, such as C:." }),
});
