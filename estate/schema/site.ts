import { z } from "zod";
import { amount, count, flag, text, version } from "./facts";
import { disk, diskType } from "./machine";
import { operatingSystem } from "./operating-system";

export const target = z.object({
  region: text.optional(),
  vaultRegion: text.optional(),
  networkRegion: text.optional(),
  storageRegion: text.optional(),
  availabilityZone: text.optional(),
  availabilitySet: flag.optional(),
  diskType: diskType.optional(),
  storageAccountKind: text.optional(),
  storageSku: text.optional(),
  storageAccessTier: text.optional(),
  logStorageSku: text.optional(),
});

export const host = z.object({
  name: text.optional(),
  version: version.optional(),
  kind: z.enum(["vsphere", "hyperv"]).optional(),
  nicTeaming: flag.optional(),
  datastores: z
    .array(
      z.object({
        name: text.optional(),
        kind: z.enum(["vmfs", "nfs", "vsan", "vvol"]).optional(),
        transport: z.enum(["iscsi", "fc", "nfs", "local"]).optional(),
      }),
    )
    .optional(),
  clustered: flag.optional(),
  multipath: flag.optional(),
  ipv6: flag.optional(),
  installedUpdates: z.array(text).optional(),
  replicaBrokerConfigured: flag.optional(),
});

export const vmm = z.object({
  version: version.optional(),
  topology: z.enum(["single", "pair"]).optional(),
  clouds: z.array(z.object({ name: text.optional(), hostGroups: count.optional() })).optional(),
  internetAccess: flag.optional(),
});

export const configurationServer = z.object({
  hostName: text.optional(),
  version: version.optional(),
  kind: z.enum(["vmware-vm", "physical"]).optional(),
  cpuCores: amount.optional(),
  memoryGiB: amount.optional(),
  os: operatingSystem.extend({ installationType: z.enum(["full", "core", "nano"]).optional() }).optional(),
  disks: z
    .array(
      disk.omit({ os: true, kind: true }).extend({
        role: z.enum(["os", "process-server-cache", "retention"]).optional(),
        freeGiB: amount.optional(),
      }),
    )
    .optional(),
  staticIp: flag.optional(),
  nicType: text.optional(),
  isDomainController: flag.optional(),
  powerCliVersion: version.optional(),
  windowsRoles: z.array(text).optional(),
  groupPolicies: z.array(text).optional(),
  iis: z
    .object({
      defaultWebsite: flag.optional(),
      anonymousAuthentication: flag.optional(),
      fastCgi: flag.optional(),
      port443InUse: flag.optional(),
    })
    .optional(),
});

export const appliance = z.object({
  hostName: text.optional(),
  cpuCores: amount.optional(),
  memoryGiB: amount.optional(),
  freeDiskGiB: amount.optional(),
  os: operatingSystem.optional(),
  version: version.optional(),
});

/** Everything of the source side besides the machines, by its key in the document. */
export const siteShape = {
  target: target.optional(),
  vcenter: z.object({ name: text.optional(), version: version.optional() }).optional(),
  hosts: z.array(host).optional(),
  vmm: vmm.optional(),
  configurationServer: configurationServer.optional(),
  processServers: z.array(z.object({ name: text.optional(), dailyChurnTB: amount.optional() })).optional(),
  appliance: appliance.optional(),
  storageReplication: z.enum(["san", "hyper-v-replica"]).optional(),
  egress: z
    .array(
      z.object({
        from: text.optional(),
        host: text.optional(),
        port: z.number().int().optional(),
        allowed: flag.optional(),
      }),
    )
    .optional(),
};
