import { rule } from "../../../limits/rules/azure-disk-encryption";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "both",
    "azure",
    {
      name: "db01",
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 40,
          os: true,
          azureDiskEncryption: { keyType: "hsm", singleVolume: true },
        },
      ],
    },
    { findings: ["error disk Hard disk 1: hsm-key, single-volume"] },
  ],
  [
    "not encrypted",
    "azure",
    { name: "db01", disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true, encrypted: false }] },
    "kept",
  ],
  [
    "not known",
    "azure",
    { name: "db01", disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true }] },
    { missing: ["disks[].azureDiskEncryption"] },
  ],
  [
    "on-premises machines have none",
    "vmware",
    {
      name: "db01",
      disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true, azureDiskEncryption: { keyType: "hsm" } }],
    },
    "does not apply",
  ],
]);
