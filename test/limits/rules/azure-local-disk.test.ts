import { rule } from "../../../limits/rules/azure-local-disk";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "Elastic SAN",
    "azure",
    {
      name: "db01",
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 40,
          os: true,
          elasticSan: true,
          replicatedByGuest: false,
          ephemeral: false,
        },
      ],
    },
    { findings: ["error disk Hard disk 1: Elastic SAN or iSCSI"] },
  ],
  [
    "iSCSI",
    "azure",
    {
      name: "db01",
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 40,
          os: true,
          ephemeral: false,
          elasticSan: false,
          replicatedByGuest: false,
        },
        { name: "Hard disk 2", os: false, kind: "iscsi", replicatedByGuest: false },
      ],
    },
    { findings: ["error disk Hard disk 2: Elastic SAN or iSCSI"] },
  ],
  [
    "DRBD",
    "azure",
    {
      name: "db01",
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 40,
          os: true,
          elasticSan: false,
          replicatedByGuest: true,
          ephemeral: false,
        },
      ],
    },
    { findings: ["error disk Hard disk 1: replicated by the guest"] },
  ],
  [
    "an ephemeral data disk is not asked about",
    "azure",
    {
      name: "db01",
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 40,
          os: true,
          ephemeral: false,
          elasticSan: false,
          replicatedByGuest: false,
        },
        { name: "Hard disk 2", os: false, ephemeral: true, elasticSan: false, replicatedByGuest: false },
      ],
    },
    "kept",
  ],
  [
    "not known",
    "azure",
    { name: "db01", disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true }] },
    { missing: ["disks[].elasticSan", "disks[].replicatedByGuest", "disks[].ephemeral"] },
  ],
]);
