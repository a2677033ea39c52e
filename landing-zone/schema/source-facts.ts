import { z } from "zod";
import type { Disk, DiskType, Machine } from "../../limits/facts/machine";

/**
 * What a document may say about the machines as they are now. The names and units are those of the estate document;
 * what is said is judged before anything is deployed, by the rules that judge an inventory.
 */
export const diskTypes = [
  "standard-hdd",
  "standard-ssd",
  "premium-ssd",
  "premium-ssd-v2",
  "ultra",
  "storage-account",
] as const satisfies readonly DiskType[];

const version = z.string({
  error: "Expected a version as text in quotes (as a number, 16.10 would become 16.1)",
});

export const sourceDisk = z.strictObject({
  name: z.string().optional(),
  sizeGiB: z.number().positive().optional(),
  os: z.boolean().optional(),
  kind: z.enum(["vmdk", "rdm", "vhd", "vhdx", "physical", "iscsi", "fc", "nfs", "smb", "managed"]).optional(),
  shared: z.boolean().optional().meta({ description: "Shared between machines, as in a guest cluster." }),
  dynamic: z.boolean().optional().meta({ description: "Windows dynamic disk." }),
  encrypted: z.boolean().nullable().optional(),
  logicalSectorBytes: z.number().positive().optional(),
  physicalSectorBytes: z.number().positive().optional(),
  partitionTable: z.enum(["mbr", "gpt"]).optional(),
  controller: z.enum(["scsi", "ide", "sata", "nvme"]).optional(),
  sku: z.string().optional().meta({ description: "ARM SKU of a managed disk, such as PremiumV2_LRS." }),
  churn: z
    .strictObject({
      averageMBps: z.number().nonnegative().optional(),
      peakMBps: z.number().nonnegative().optional(),
      dailyGB: z.number().nonnegative().optional(),
      averageIoKB: z.number().nonnegative().optional(),
    })
    .optional(),
});

const sourceVolume = z.strictObject({
  mount: z.string().optional(),
  fileSystem: z.string().optional(),
  sizeGiB: z.number().nonnegative().optional(),
  freeMiB: z.number().nonnegative().optional(),
  manager: z.enum(["partition", "lvm", "lvm2", "md", "storage-spaces"]).optional(),
  disks: z.array(z.string()).optional().meta({ description: "Names of the disks it lies on." }),
});

export const sourceMachine = z.strictObject({
  kind: z.enum(["vmware-vm", "physical", "hyperv-vm", "azure-vm"]).optional(),
  os: z
    .strictObject({
      family: z.enum(["windows", "linux", "other"]).optional(),
      name: z
        .string()
        .optional()
        .meta({ description: "Product name without version, such as Windows Server." }),
      version: version.optional(),
      servicePack: z.string().nullable().optional(),
      edition: z.string().nullable().optional(),
      architecture: z.enum(["x64", "x86", "arm64"]).optional(),
      kernel: z.string().optional().meta({ description: "As `uname -r` prints it." }),
    })
    .optional(),
  mobilityServiceVersion: version.optional(),
  firmware: z.enum(["bios", "uefi"]).optional(),
  secureBoot: z.boolean().optional(),
  generation: z.union([z.literal(1), z.literal(2)]).optional(),
  cpuCores: z.number().positive().optional(),
  memoryMiB: z.number().positive().optional(),
  volumes: z.array(sourceVolume).optional(),
});

// Fails to compile where a name or type here is not the estate document's.
type Fits<Part, Whole> = Part extends Whole ? true : never;
true satisfies Fits<z.infer<typeof sourceDisk>, Partial<Disk>>;
true satisfies Fits<z.infer<typeof sourceMachine>, Partial<Machine>>;
