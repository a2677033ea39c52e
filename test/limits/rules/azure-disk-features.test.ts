import { rule } from "../../../limits/rules/azure-disk-features";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "caching below 4 TB",
    "azure",
    {
      name: "vm1",
      azure: { zoneToZone: false },
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 4095,
          os: true,
          sku: "Premium_LRS",
          caching: "ReadOnly",
          writeAccelerator: false,
        },
      ],
    },
    "kept",
  ],
  [
    "caching from 4 TB on",
    "azure",
    {
      name: "vm1",
      azure: { zoneToZone: false },
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 4096,
          os: true,
          sku: "Premium_LRS",
          caching: "ReadOnly",
          writeAccelerator: false,
        },
      ],
    },
    { findings: ["warning disk Hard disk 1: ReadOnly caching on 4096 GiB"] },
  ],
  [
    "Ultra without High Churn",
    "azure",
    {
      name: "vm1",
      azure: { highChurn: false, zoneToZone: false },
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 40,
          os: true,
          sku: "UltraSSD_LRS",
          caching: "None",
          writeAccelerator: false,
        },
      ],
    },
    { findings: ["error disk Hard disk 1: UltraSSD_LRS without High Churn"] },
  ],
  [
    "Premium SSD v2 with it",
    "azure",
    {
      name: "vm1",
      azure: { highChurn: true, zoneToZone: false },
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 40,
          os: true,
          sku: "PremiumV2_LRS",
          caching: "None",
          writeAccelerator: false,
        },
      ],
    },
    "kept",
  ],
  [
    "performance plus without it",
    "azure",
    {
      name: "vm1",
      azure: { highChurn: false, zoneToZone: false },
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 40,
          os: true,
          sku: "Premium_LRS",
          caching: "None",
          writeAccelerator: false,
          performancePlus: true,
        },
      ],
    },
    { findings: ["warning disk Hard disk 1: performance plus without High Churn"] },
  ],
  [
    "zone-redundant, zone to zone",
    "azure",
    {
      name: "vm1",
      azure: { zoneToZone: true },
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 40,
          os: true,
          sku: "Premium_ZRS",
          caching: "None",
          writeAccelerator: false,
        },
      ],
    },
    { findings: ["error disk Hard disk 1: Premium_ZRS, zone to zone"] },
  ],
  [
    "zone-redundant, region to region",
    "azure",
    {
      name: "vm1",
      azure: { zoneToZone: false },
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 40,
          os: true,
          sku: "Premium_ZRS",
          caching: "None",
          writeAccelerator: false,
        },
      ],
    },
    "kept",
  ],
  [
    "zone-redundant, not known",
    "azure",
    {
      name: "vm1",
      azure: {},
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 40,
          os: true,
          sku: "StandardSSD_ZRS",
          caching: "None",
          writeAccelerator: false,
        },
      ],
    },
    { missing: ["azure.zoneToZone"] },
  ],
  [
    "High Churn not known",
    "azure",
    {
      name: "vm1",
      azure: { zoneToZone: false },
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 40,
          os: true,
          sku: "UltraSSD_LRS",
          caching: "None",
          writeAccelerator: false,
        },
      ],
    },
    { missing: ["azure.highChurn"] },
  ],
  [
    "nothing known",
    "azure",
    { name: "vm1", azure: {}, disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true }] },
    { missing: ["disks[].writeAccelerator", "disks[].sku"] },
  ],
]);
