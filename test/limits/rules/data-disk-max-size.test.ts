import { rule } from "../../../limits/rules/data-disk-max-size";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "at the limit of 2016",
    "vmware2016",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true },
        { name: "Hard disk 2", os: false, sizeGiB: 1023 },
      ],
    },
    "kept",
  ],
  [
    "a fraction above it",
    "hyperv2016",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true },
        { name: "Hard disk 2", os: false, sizeGiB: 1023.5 },
      ],
    },
    { findings: ["error disk Hard disk 2: 1023.5 GiB"] },
  ],
  [
    "physical servers too",
    "physical2016",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true },
        { name: "Hard disk 2", os: false, sizeGiB: 1024 },
      ],
    },
    { findings: ["error disk Hard disk 2: 1024 GiB"] },
  ],
  [
    "at the limit of 2019",
    "vmware2019",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true },
        { name: "Hard disk 2", os: false, sizeGiB: 4095 },
      ],
    },
    "kept",
  ],
  [
    "4 TiB",
    "vmware2019",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true },
        { name: "Hard disk 2", os: false, sizeGiB: 4096 },
      ],
    },
    { findings: ["error disk Hard disk 2: 4096 GiB"] },
  ],
  [
    "the operating-system disk is another rule's",
    "vmware2019",
    { name: "db01", disks: [{ name: "Hard disk 1", sizeGiB: 9000, os: true }] },
    "kept",
  ],
  [
    "too large whatever it holds",
    "vmware2019",
    {
      name: "db01",
      disks: [
        { name: "a", sizeGiB: 10 },
        { name: "b", sizeGiB: 6146 },
        { name: "c", sizeGiB: 32300 },
      ],
    },
    { findings: ["error disk b: 6146 GiB", "error disk c: 32300 GiB"] },
  ],
  [
    "a disk left out of replication",
    "vmware2019",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true },
        { name: "Hard disk 2", os: false, sizeGiB: 6146, excluded: true },
      ],
    },
    "kept",
  ],
  ["no disks", "vmware2019", { name: "db01" }, { missing: ["disks[].sizeGiB"] }],
  [
    "a size that is text",
    "vmware2019",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true },
        { name: "Hard disk 2", os: false, sizeGiB: "6146" },
      ],
    },
    { missing: ["disks[].sizeGiB"] },
  ],
  [
    "large, and the target is not known",
    "vmware",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true },
        { name: "Hard disk 2", os: false, sizeGiB: 6146 },
      ],
    },
    { missing: ["disks[].targetType"] },
  ],
  [
    "large, to a storage account",
    "vmware",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true },
        { name: "Hard disk 2", os: false, sizeGiB: 4096, targetType: "storage-account" },
      ],
    },
    { findings: ["error disk Hard disk 2: 4096 GiB"] },
  ],
  [
    "large, to a managed disk, agent not known",
    "vmware",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true },
        { name: "Hard disk 2", os: false, sizeGiB: 4096, targetType: "premium-ssd" },
      ],
    },
    { missing: ["mobilityServiceVersion"] },
  ],
  [
    "large, with an old agent",
    "vmware",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true },
        { name: "Hard disk 2", os: false, sizeGiB: 4096, targetType: "premium-ssd" },
      ],
      mobilityServiceVersion: "9.40",
    },
    { findings: ["error disks: Mobility Service 9.40"] },
  ],
  [
    "large, with a recent agent",
    "vmware",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true },
        { name: "Hard disk 2", os: false, sizeGiB: 32767, targetType: "premium-ssd" },
      ],
      mobilityServiceVersion: "9.41",
    },
    "kept",
  ],
  [
    "above everything",
    "vmware",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true },
        { name: "Hard disk 2", os: false, sizeGiB: 32768, targetType: "premium-ssd" },
      ],
    },
    { findings: ["error disk Hard disk 2: 32768 GiB"] },
  ],
  [
    "Hyper-V, below the old limit",
    "hyperv",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true },
        { name: "Hard disk 2", os: false, sizeGiB: 4095 },
      ],
    },
    "kept",
  ],
  [
    "Hyper-V, large, provider not known",
    "hyperv",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true },
        { name: "Hard disk 2", os: false, sizeGiB: 4096 },
      ],
    },
    { missing: ["hosts[].providerVersion"] },
  ],
  [
    "Azure VM",
    "azure",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true },
        { name: "Hard disk 2", os: false, sizeGiB: 32767 },
      ],
    },
    "kept",
  ],
]);
