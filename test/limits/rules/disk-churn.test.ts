import { expect, it } from "vitest";
import { completeScope, createJudge } from "../../../limits/judge";
import { rule } from "../../../limits/rules/disk-churn";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "P10 with 8 KB, at the limit",
    "vmware2019",
    {
      name: "db01",
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 128,
          os: true,
          targetType: "premium-ssd",
          churn: { averageMBps: 2, dailyGB: 168, averageIoKB: 8 },
        },
      ],
    },
    "kept",
  ],
  [
    "a rate above it",
    "vmware2019",
    {
      name: "db01",
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 128,
          os: true,
          targetType: "premium-ssd",
          churn: { averageMBps: 2.1, dailyGB: 100, averageIoKB: 8 },
        },
      ],
    },
    { findings: ["warning disk Hard disk 1: 2.1 MB/s"] },
  ],
  [
    "a day above it",
    "vmware2019",
    {
      name: "db01",
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 128,
          os: true,
          targetType: "premium-ssd",
          churn: { averageMBps: 2, dailyGB: 169, averageIoKB: 8 },
        },
      ],
    },
    { findings: ["warning disk Hard disk 1: 169 GB/day"] },
  ],
  [
    "between steps the lower one counts",
    "vmware2019",
    {
      name: "db01",
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 128,
          os: true,
          targetType: "premium-ssd",
          churn: { averageMBps: 2.1, dailyGB: 100, averageIoKB: 15 },
        },
      ],
    },
    { findings: ["warning disk Hard disk 1: 2.1 MB/s"] },
  ],
  [
    "16 KB",
    "vmware2019",
    {
      name: "db01",
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 128,
          os: true,
          targetType: "premium-ssd",
          churn: { averageMBps: 4, dailyGB: 336, averageIoKB: 16 },
        },
      ],
    },
    "kept",
  ],
  [
    "31 KB counts as 16",
    "vmware2019",
    {
      name: "db01",
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 128,
          os: true,
          targetType: "premium-ssd",
          churn: { averageMBps: 5, dailyGB: 336, averageIoKB: 31 },
        },
      ],
    },
    { findings: ["warning disk Hard disk 1: 5 MB/s"] },
  ],
  [
    "32 KB and above",
    "vmware2019",
    {
      name: "db01",
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 128,
          os: true,
          targetType: "premium-ssd",
          churn: { averageMBps: 8, dailyGB: 672, averageIoKB: 512 },
        },
      ],
    },
    "kept",
  ],
  [
    "below 8 KB",
    "vmware2019",
    {
      name: "db01",
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 128,
          os: true,
          targetType: "premium-ssd",
          churn: { averageMBps: 2, dailyGB: 168, averageIoKB: 4 },
        },
      ],
    },
    { missing: ["disks[].churn.averageIoKB of 8 and more"] },
  ],
  [
    "P20 takes more",
    "vmware2019",
    {
      name: "db01",
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 512,
          os: true,
          targetType: "premium-ssd",
          churn: { averageMBps: 20, dailyGB: 1684, averageIoKB: 16 },
        },
      ],
    },
    "kept",
  ],
  [
    "P20 has two steps",
    "vmware2019",
    {
      name: "db01",
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 512,
          os: true,
          targetType: "premium-ssd",
          churn: { averageMBps: 21, dailyGB: 1684, averageIoKB: 64 },
        },
      ],
    },
    { findings: ["warning disk Hard disk 1: 21 MB/s"] },
  ],
  [
    "standard storage has one row",
    "vmware2019",
    {
      name: "db01",
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 128,
          os: true,
          targetType: "standard-hdd",
          churn: { averageMBps: 3, dailyGB: 1 },
        },
      ],
    },
    { findings: ["warning disk Hard disk 1: 3 MB/s"] },
  ],
  [
    "tiers without a row",
    "vmware2019",
    {
      name: "db01",
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 64,
          os: true,
          targetType: "premium-ssd",
          churn: { averageMBps: 100, dailyGB: 9999, averageIoKB: 8 },
        },
      ],
    },
    "kept",
  ],
  [
    "standard SSD has no row",
    "vmware2019",
    {
      name: "db01",
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 128,
          os: true,
          targetType: "standard-ssd",
          churn: { averageMBps: 100, dailyGB: 9999, averageIoKB: 8 },
        },
      ],
    },
    "kept",
  ],
  [
    "a tier that is given",
    "vmware2019",
    {
      name: "db01",
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 128,
          os: true,
          targetType: "premium-ssd",
          churn: { averageMBps: 6, dailyGB: 1, averageIoKB: 8 },
          targetTier: "P30",
        },
      ],
    },
    { findings: ["warning disk Hard disk 1: 6 MB/s"] },
  ],
  [
    "below 8 KB, more than the 8 KB row takes: a warning, because the document stops there",
    "vmware",
    {
      name: "db01",
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 128,
          os: true,
          targetType: "premium-ssd",
          churn: { averageMBps: 3, dailyGB: 168, averageIoKB: 4 },
        },
      ],
    },
    { findings: ["warning disk Hard disk 1: 3 MB/s"] },
  ],
  [
    "I/O size not known, below every row",
    "vmware2019",
    {
      name: "db01",
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 128,
          os: true,
          targetType: "premium-ssd",
          churn: { averageMBps: 2, dailyGB: 168 },
        },
      ],
    },
    "kept",
  ],
  [
    "I/O size not known, and it matters",
    "vmware2019",
    {
      name: "db01",
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 128,
          os: true,
          targetType: "premium-ssd",
          churn: { averageMBps: 3, dailyGB: 168 },
        },
      ],
    },
    { missing: ["disks[].churn.averageIoKB"] },
  ],
  [
    "daily figure not known",
    "vmware2019",
    {
      name: "db01",
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 128,
          os: true,
          targetType: "premium-ssd",
          churn: { averageMBps: 1, averageIoKB: 8 },
        },
      ],
    },
    { missing: ["disks[].churn.dailyGB"] },
  ],
  [
    "target not known",
    "vmware2019",
    {
      name: "db01",
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 40,
          os: true,
          churn: { averageMBps: 5, dailyGB: 100, averageIoKB: 8 },
        },
      ],
    },
    { missing: ["disks[].targetType"] },
  ],
  [
    "nothing known",
    "vmware2019",
    { name: "db01", disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true }] },
    { missing: ["disks[].churn.averageMBps"] },
  ],
  [
    "an error today",
    "vmware",
    {
      name: "db01",
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 128,
          os: true,
          targetType: "premium-ssd",
          churn: { averageMBps: 3, dailyGB: 100, averageIoKB: 8 },
        },
      ],
    },
    { findings: ["error disk Hard disk 1: 3 MB/s"] },
  ],
  [
    "High Churn takes more",
    "azure",
    {
      azure: { highChurn: true },
      name: "db01",
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 128,
          os: true,
          targetType: "premium-ssd",
          churn: { averageMBps: 10, averageIoKB: 8 },
        },
      ],
    },
    "kept",
  ],
  [
    "High Churn has limits too",
    "azure",
    {
      azure: { highChurn: true },
      name: "db01",
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 128,
          os: true,
          targetType: "premium-ssd",
          churn: { averageMBps: 11, averageIoKB: 8 },
        },
      ],
    },
    { findings: ["error disk Hard disk 1: 11 MB/s"] },
  ],
  [
    "no row on Hyper-V",
    "hyperv",
    {
      name: "db01",
      disks: [
        {
          name: "Hard disk 1",
          sizeGiB: 128,
          os: true,
          targetType: "premium-ssd",
          churn: { averageMBps: 99, averageIoKB: 8 },
        },
      ],
    },
    "does not apply",
  ],
]);

it("says which I/O size is the smallest that is documented", () => {
  const churn = { averageMBps: 3, dailyGB: 168, averageIoKB: 4 };
  const machine = {
    name: "db01",
    disks: [{ sizeGiB: 128, os: true, targetType: "premium-ssd" as const, churn }],
  };
  const judge = createJudge(
    completeScope({ edition: "2019-05", scenario: "vmware-to-azure", asOf: "2026-11-01" }),
  );
  expect(judge.judge("machine", machine, [rule]).findings[0]?.message).toBe(
    "The disk changes 3 MB/s on average with I/O of 4 KB; P10 storage takes 2 MB/s with I/O of 8 KB, the smallest that is documented.",
  );
});
