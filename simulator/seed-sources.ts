import { z } from "zod";
import { serverHealthSchemas } from "./seed-states";

/** What is to be protected, and what registered with a vault: things that arise outside Azure Resource Manager. */

const osType = z.enum(["Windows", "Linux"]);
const sizeGiB = z.number().positive();

const azureVirtualMachine = z.strictObject({
  name: z.string(),
  resourceGroup: z.string(),
  location: z.string().describe("Region, for example westeurope."),
  zone: z.enum(["1", "2", "3"]).optional(),
  size: z.string().optional().describe("Default Standard_DS1_v2."),
  osType: osType.optional().describe("Default Windows."),
  generation: z.enum(["V1", "V2"]).optional().describe("Default V1."),
  tags: z.record(z.string(), z.string()).optional(),
  disks: z
    .array(
      z.strictObject({
        name: z.string(),
        sizeGiB,
        sizeInBytes: z
          .number()
          .int()
          .positive()
          .optional()
          .describe("Where it is not a whole number of GiB."),
        sku: z.string().optional().describe("Default Standard_LRS."),
      }),
    )
    .min(1)
    .describe("The first holds the operating system."),
  nics: z
    .array(
      z.strictObject({
        name: z.string(),
        subnetId: z.string(),
        privateIpAddress: z.string(),
        ipConfigurationName: z.string().optional().describe("Default ipconfig1."),
        isStatic: z.boolean().optional(),
      }),
    )
    .optional(),
});

/** A machine on premises, whatever runs it. */
const machine = z.strictObject({
  name: z.string(),
  id: z.string().optional().describe("Name of its resource; default made from the name."),
  osType: osType.optional().describe("Default Windows."),
  firmware: z.enum(["BIOS", "UEFI"]).optional().describe("Default BIOS."),
  cores: z.number().int().positive().optional(),
  memoryMiB: z.number().int().positive().optional(),
  disks: z
    .array(z.strictObject({ name: z.string(), id: z.string().optional(), sizeGiB }))
    .min(1)
    .describe("The first holds the operating system."),
  nics: z
    .array(
      z.strictObject({
        macAddress: z.string(),
        networkName: z.string().optional(),
        ipAddress: z.string().optional(),
        isStatic: z.boolean().optional(),
      }),
    )
    .optional(),
});

const runAsAccount = z.strictObject({
  name: z.string(),
  displayName: z.string().optional(),
  credentialType: z.enum(["VMwareFabric", "WindowsGuest", "LinuxGuest"]).optional(),
});

const named = z.strictObject({ name: z.string(), fqdn: z.string().optional() });

const vmwareSite = z.strictObject({
  name: z.string(),
  resourceGroup: z.string(),
  location: z.string(),
  vCenters: z.array(named).optional(),
  hosts: z.array(named).optional(),
  runAsAccounts: z.array(runAsAccount).optional(),
  machines: z.array(machine).optional().describe("What the appliance discovered."),
});

const appliance = z.strictObject({
  name: z.string(),
  vaultId: z.string(),
  fabric: z
    .string()
    .optional()
    .describe("Name of the replication fabric; default that of the vault and vmwarefabric."),
  siteId: z.string().describe("ARM id of the Microsoft.OffAzure VMware site it discovers for."),
  id: z
    .string()
    .optional()
    .describe("Machine id, by which process server and agents go; default made from the name."),
  datastores: z.array(z.string()).optional(),
  ...serverHealthSchemas,
});

const configurationServer = z.strictObject({
  name: z.string(),
  vaultId: z.string(),
  fabric: z
    .string()
    .optional()
    .describe("Name of the replication fabric; default a hash, as the service gives."),
  processServers: z.array(z.strictObject({ name: z.string(), id: z.string().optional() })).optional(),
  vCenters: z.array(named).optional(),
  runAsAccounts: z.array(z.strictObject({ id: z.string(), name: z.string() })).optional(),
  machines: z.array(machine).optional(),
  ...serverHealthSchemas,
});

const hyperVServer = z.strictObject({
  name: z.string(),
  vaultId: z.string(),
  site: z.string().describe("Name of the Hyper-V site's fabric; made when it is absent."),
  virtualMachines: z.array(machine).optional(),
  ...serverHealthSchemas,
});

const vmmServer = z.strictObject({
  name: z.string(),
  vaultId: z.string(),
  fabric: z.string().optional(),
  clouds: z.array(z.strictObject({ name: z.string(), virtualMachines: z.array(machine).optional() })),
  networks: z.array(z.strictObject({ name: z.string(), subnets: z.array(z.string()).optional() })).optional(),
  storageClassifications: z.array(z.string()).optional(),
  ...serverHealthSchemas,
});

/** The parts of a seed that stand for sources and registered servers. */
export const sourceSchemas = {
  azureVirtualMachines: z.array(azureVirtualMachine).optional().describe("With their disks and NICs."),
  vmwareSites: z.array(vmwareSite).optional().describe("What Azure Migrate's discovery knows."),
  appliances: z
    .array(appliance)
    .optional()
    .describe("Modernized replication appliances that registered with a vault, which has to exist."),
  configurationServers: z.array(configurationServer).optional().describe("Classic VMware and physical."),
  hyperVServers: z.array(hyperVServer).optional().describe("Hyper-V hosts that registered with a site."),
  vmmServers: z.array(vmmServer).optional().describe("System Center VMM servers with their clouds."),
} as const;

export type SeededAzureVirtualMachine = z.infer<typeof azureVirtualMachine>;
export type SeededMachine = z.infer<typeof machine>;
export type SeededVmwareSite = z.infer<typeof vmwareSite>;
export type SeededAppliance = z.infer<typeof appliance>;
export type SeededConfigurationServer = z.infer<typeof configurationServer>;
export type SeededHyperVServer = z.infer<typeof hyperVServer>;
export type SeededVmmServer = z.infer<typeof vmmServer>;
