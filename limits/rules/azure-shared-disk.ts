import { judgeDisks, replicatedDisks } from "../checks/disks";
import { knownBoolean, knownNumber, knownObject, knownString } from "../facts/known";
import { defineRule, missing, notApplicable, numberOf, stringsOf, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "azure-shared-disk",
  ref: "ASR-0162",
  title: "Shared disks of Azure VMs belong to a supported cluster",
  rationale:
    "Shared managed disks replicate for Windows failover clusters of a few nodes and for some disk types.",
  remedy: "Bring the cluster within the documented shape, or leave the disk out of replication.",
  limits: ["azure-vm.shared-disk.clusters", "azure-vm.shared-disk.skus", "azure-vm.shared-disk.max-nodes"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const clusters = limits.find("azure-vm.shared-disk.clusters");
    const skus = limits.find("azure-vm.shared-disk.skus");
    const maxNodes = limits.find("azure-vm.shared-disk.max-nodes");
    if (clusters === undefined || skus === undefined || maxNodes === undefined) return notApplicable;
    const cluster = knownObject(machine.azure?.sharedDiskCluster);
    const outcomes: Outcome[] = [
      ...judgeDisks(machine, "shared", (disk) => {
        const isShared = knownBoolean(disk.facts.shared);
        if (isShared === undefined) return missing("disks[].shared");
        if (!isShared) return undefined;
        const sku = knownString(disk.facts.sku);
        if (sku === undefined) return missing("disks[].sku");
        if (stringsOf(skus).includes(sku)) return undefined;
        return violation(skus, {
          subject: disk.subject,
          observed: sku,
          message: `The shared disk is of type ${sku}, which is not supported.`,
          path: disk.path("sku"),
        });
      }),
    ];
    const shared = (replicatedDisks(machine) ?? []).some((disk) => disk.facts.shared === true);
    if (!shared) return outcomes;
    const kind = knownString(cluster.kind);
    if (kind === undefined) outcomes.push(missing("azure.sharedDiskCluster.kind"));
    else if (!stringsOf(clusters).includes(kind)) {
      outcomes.push(
        violation(clusters, {
          subject: "cluster",
          observed: kind,
          message: `The shared disks belong to a ${kind} cluster; supported: ${stringsOf(clusters).join(", ")}.`,
          path: "azure.sharedDiskCluster.kind",
        }),
      );
    }
    const nodes = knownNumber(cluster.nodes);
    if (nodes === undefined) outcomes.push(missing("azure.sharedDiskCluster.nodes"));
    else if (nodes > numberOf(maxNodes)) {
      outcomes.push(
        violation(maxNodes, {
          subject: "cluster",
          observed: `${nodes} nodes`,
          message: `The cluster has ${nodes} nodes; at most ${numberOf(maxNodes)} are supported.`,
          path: "azure.sharedDiskCluster.nodes",
        }),
      );
    }
    return outcomes;
  },
});
