import { rule } from "../../../limits/rules/azure-shared-disk";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "a disk type",
    "azure",
    {
      name: "vm1",
      azure: { sharedDiskCluster: { kind: "WSFC-active-passive", nodes: 4 } },
      disks: [{ name: "Hard disk 2", os: false, shared: true, sku: "Standard_LRS" }],
    },
    { findings: ["error disk Hard disk 2: Standard_LRS"] },
  ],
  [
    "another cluster",
    "azure",
    {
      name: "vm1",
      azure: { sharedDiskCluster: { kind: "linux", nodes: 2 } },
      disks: [{ name: "Hard disk 2", os: false, shared: true, sku: "UltraSSD_LRS" }],
    },
    { findings: ["error cluster: linux"] },
  ],
  [
    "five nodes",
    "azure",
    {
      name: "vm1",
      azure: { sharedDiskCluster: { kind: "WSFC-active-passive", nodes: 5 } },
      disks: [{ name: "Hard disk 2", os: false, shared: true, sku: "UltraSSD_LRS" }],
    },
    { findings: ["error cluster: 5 nodes"] },
  ],
  [
    "not shared",
    "azure",
    { name: "vm1", azure: {}, disks: [{ name: "Hard disk 2", os: false, shared: false }] },
    "kept",
  ],
  [
    "cluster not known",
    "azure",
    { name: "vm1", azure: {}, disks: [{ name: "Hard disk 2", os: false, shared: true, sku: "Premium_ZRS" }] },
    { missing: ["azure.sharedDiskCluster.kind", "azure.sharedDiskCluster.nodes"] },
  ],
  [
    "not known",
    "azure",
    { name: "vm1", azure: {}, disks: [{ name: "Hard disk 2", os: false }] },
    { missing: ["disks[].shared"] },
  ],
]);
