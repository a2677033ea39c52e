import type { LiveSource } from "./live-check";

const root = "https://learn.microsoft.com/azure/site-recovery";

export const monitoring = (section: string): LiveSource => ({
  document: "Monitor Site Recovery",
  section,
  url: `${root}/site-recovery-monitor-and-troubleshoot`,
});

export const testFailover = (section: string): LiveSource => ({
  document: "Run a test failover (disaster recovery drill) to Azure",
  section,
  url: `${root}/site-recovery-test-failover-to-azure`,
});

export const recoveryPlans = (section: string): LiveSource => ({
  document: "About recovery plans",
  section,
  url: `${root}/recovery-plan-overview`,
});

export const networkMapping = (section: string): LiveSource => ({
  document: "Map virtual networks between two regions",
  section,
  url: `${root}/azure-to-azure-network-mapping`,
});

export const privateEndpoints = (section: string): LiveSource => ({
  document: "Replicate machines with private endpoints",
  section,
  url: `${root}/azure-to-azure-how-to-enable-replication-private-endpoints`,
});

export const updates = (section: string): LiveSource => ({
  document: "Service updates in Site Recovery",
  section,
  url: `${root}/service-updates-how-to`,
});

export const replicationPolicy = (section: string): LiveSource => ({
  document: "Configure and manage replication policies for VMware disaster recovery",
  section,
  url: `${root}/vmware-azure-set-up-replication`,
});

export const reprotect = (section: string): LiveSource => ({
  document: "Reprotect Azure VMs",
  section,
  url: `${root}/azure-to-azure-how-to-reprotect`,
});

export const vaultDeletion = (section: string): LiveSource => ({
  document: "Delete a Recovery Services vault",
  section,
  url: "https://learn.microsoft.com/azure/backup/backup-azure-delete-vault",
});
