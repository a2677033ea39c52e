import { z } from "zod";
import { azureId, name } from "./new-or-existing";
import { diskTypes, sourceDisk, sourceMachine } from "./source-facts";

export const plannedDisk = z.strictObject({
  ...sourceDisk.shape,
  sourceId: z.string().optional().meta({ description: "Identity in the source system, once discovered." }),
  targetType: z.enum(diskTypes).optional(),
  targetTier: z.string().optional().meta({ description: "Tier name such as P30." }),
  excluded: z.boolean().optional().meta({ description: "Left out of replication on purpose." }),
});

export const plannedNic = z.strictObject({
  name: z.string().optional(),
  macAddress: z.string().optional(),
  primary: z.boolean().optional(),
  subnet: z.string().optional().meta({ description: "Name of a subnet of the recovery network." }),
  staticIp: z.string().optional(),
  testFailoverSubnet: z.string().optional(),
  testFailoverStaticIp: z.string().optional(),
});

/** A machine to protect. The key in the map is stable: adding a machine renames no other. */
export const plannedMachine = z.strictObject({
  ...sourceMachine.shape,
  sourceName: name.optional().meta({ description: "Name in the source system; the key where absent." }),
  sourceId: z.string().optional().meta({ description: "Identity in the source system, such as vm-12." }),
  discoveredId: z
    .string()
    .optional()
    .meta({ description: "ARM id under which the appliance or configuration server discovered it." }),
  azureName: name.optional(),
  osFamily: z.enum(["windows", "linux", "other"]).optional(),
  policy: name.optional().meta({ description: "Name of one of the policies; the first where absent." }),
  recoveryResourceGroupId: azureId("resourceGroups").optional(),
  targetSize: z.string().optional().meta({ description: "Azure VM size, such as Standard_D4s_v5." }),
  licenseType: z.string().optional().meta({ description: "Machines on premises only." }),
  availabilityZone: z.string().optional(),
  availabilitySetId: azureId("Microsoft.Compute/availabilitySets").optional(),
  proximityPlacementGroupId: azureId("Microsoft.Compute/proximityPlacementGroups").optional(),
  cacheStorage: z
    .int()
    .positive()
    .optional()
    .meta({ description: "1 is cacheStorage, 2 the first of additionalCacheStorage; 1 where absent." }),
  multiVmGroup: z
    .string()
    .nullable()
    .optional()
    .meta({ description: "Machines with common recovery points; Hyper-V has none. `null`: in none." }),
  wave: z.number().int().positive().optional(),
  disks: z.array(plannedDisk).optional(),
  nics: z.array(plannedNic).optional(),
  tags: z
    .record(z.string(), z.string())
    .optional()
    .meta({ description: "Tags of the recovered machine; machines on premises only." }),
});

/** Machines by stable name. */
export const machines = z.record(name, plannedMachine);
