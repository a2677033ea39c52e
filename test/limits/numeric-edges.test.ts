import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createJudge, completeScope } from "../../limits/judge";
import type { Limit } from "../../limits/matrix/schema";
import type { Rule } from "../../limits/rules/rule";
import { allRules } from "../../limits/rules/registry.gen";
import { judgeBy, scopes } from "./judging";

/** A limit with one edge: what a subject looks like at a quantity, and on which side the limit is kept. */
interface Edge {
  readonly rule: string;
  readonly scope: keyof typeof scopes;
  readonly limit: string;
  /** The edge, from the limit's value. */
  readonly at: (value: never) => number;
  readonly step: number;
  /** The edge itself keeps the limit. */
  readonly inclusive: boolean;
  readonly keeps: "below" | "above";
  readonly subject: (quantity: unknown) => unknown;
}

const asIs = (value: number): number => value;
const least = (value: { readonly atLeast: number }): number => value.atLeast;
const data = (sizeGiB: unknown) => ({
  disks: [
    { sizeGiB: 40, os: true },
    { sizeGiB, os: false, targetType: "premium-ssd" },
  ],
  mobilityServiceVersion: "9.66",
});
const count = (quantity: unknown, beside: number) =>
  Number.isFinite(quantity)
    ? {
        disks: [
          { sizeGiB: 40, os: true },
          ...Array.from({ length: (quantity as number) - beside }, () => ({ sizeGiB: 5, os: false })),
        ],
      }
    : { disks: quantity };
const server = {
  cpuCores: 8,
  memoryGiB: 16,
  disks: [
    { role: "os" },
    { role: "process-server-cache", freeGiB: 600 },
    { role: "retention", freeGiB: 600 },
  ],
};
const uefi = {
  firmware: "uefi",
  mobilityServiceVersion: "9.24",
  failbackPlanned: false,
  volumes: [{ fileSystem: "ntfs" }],
};

const most = { inclusive: true, keeps: "below", step: 1, at: asIs } as const;
const edges: readonly Edge[] = [
  {
    rule: "os-disk-max-size",
    scope: "vmware2016",
    limit: "azure-vm.os-disk.max-size",
    ...most,
    subject: (sizeGiB) => ({ disks: [{ sizeGiB, os: true }] }),
  },
  {
    rule: "os-disk-max-size",
    scope: "vmware2019",
    limit: "azure-vm.os-disk.max-size",
    ...most,
    subject: (sizeGiB) => ({ disks: [{ sizeGiB, os: true }] }),
  },
  {
    rule: "os-disk-max-size",
    scope: "vmware",
    limit: "azure-vm.os-disk.max-size.generation-2",
    ...most,
    subject: (sizeGiB) => ({ generation: 2, disks: [{ sizeGiB, os: true }] }),
  },
  {
    rule: "data-disk-max-size",
    scope: "hyperv2016",
    limit: "azure-vm.data-disk.max-size",
    ...most,
    subject: data,
  },
  {
    rule: "data-disk-max-size",
    scope: "physical2019",
    limit: "azure-vm.data-disk.max-size",
    ...most,
    subject: data,
  },
  {
    rule: "data-disk-max-size",
    scope: "vmware",
    limit: "azure-vm.data-disk.max-size",
    ...most,
    subject: data,
  },
  {
    rule: "data-disk-max-size",
    scope: "azure",
    limit: "azure-vm.data-disk.max-size",
    ...most,
    subject: data,
  },
  {
    rule: "disk-min-size",
    scope: "vmware2019",
    limit: "azure-vm.disk.min-size",
    at: (value: { readonly above: number }) => value.above / 1024,
    step: 0.01,
    inclusive: false,
    keeps: "above",
    subject: data,
  },
  {
    rule: "disk-min-size",
    scope: "hyperv",
    limit: "azure-vm.disk.min-size",
    at: least,
    step: 0.01,
    inclusive: true,
    keeps: "above",
    subject: data,
  },
  {
    rule: "disk-max-count",
    scope: "vmware2016",
    limit: "azure-vm.disk.max-count",
    ...most,
    subject: (quantity) => count(quantity, 1),
  },
  {
    rule: "disk-max-count",
    scope: "vmware2019",
    limit: "azure-vm.data-disk.max-count",
    ...most,
    subject: (quantity) => count(quantity, 0),
  },
  {
    rule: "disk-max-count",
    scope: "hyperv",
    limit: "azure-vm.disk.max-count",
    ...most,
    subject: (quantity) => count(quantity, 1),
  },
  {
    rule: "uefi-migration",
    scope: "migration2019",
    limit: "machine.uefi.os-disk.max-partitions",
    ...most,
    subject: (partitionCount) => ({ ...uefi, disks: [{ os: true, partitionCount }] }),
  },
  {
    rule: "machine-churn",
    scope: "vmware2019",
    limit: "churn.machine.average",
    ...most,
    subject: (averageMBps) => ({ churn: { averageMBps, peakMBps: 1 } }),
  },
  {
    rule: "machine-churn",
    scope: "hyperv",
    limit: "churn.machine.peak",
    ...most,
    subject: (peakMBps) => ({ churn: { peakMBps } }),
  },
  {
    rule: "machine-churn",
    scope: "azure",
    limit: "churn.machine.peak.high",
    ...most,
    subject: (peakMBps) => ({ azure: { highChurn: true }, churn: { peakMBps } }),
  },
  {
    rule: "process-server-churn",
    scope: "vmware2019",
    limit: "churn.process-server.daily",
    ...most,
    subject: (dailyChurnTB) => ({ machines: [{}], processServers: [{ dailyChurnTB }] }),
  },
  {
    rule: "configuration-server-sizing",
    scope: "vmware2019",
    limit: "configuration-server.cpu-cores",
    at: least,
    step: 1,
    inclusive: true,
    keeps: "above",
    subject: (cpuCores) => ({ ...server, cpuCores }),
  },
  {
    rule: "configuration-server-sizing",
    scope: "physical2019",
    limit: "configuration-server.memory",
    at: least,
    step: 1,
    inclusive: true,
    keeps: "above",
    subject: (memoryGiB) => ({ ...server, memoryGiB }),
  },
  {
    rule: "configuration-server-sizing",
    scope: "vmware2019",
    limit: "configuration-server.free-space.retention",
    at: least,
    step: 1,
    inclusive: true,
    keeps: "above",
    subject: (freeGiB) => ({
      ...server,
      disks: [server.disks[0], server.disks[1], { role: "retention", freeGiB }],
    }),
  },
  {
    rule: "mobility-service-free-space",
    scope: "vmware2016",
    limit: "mobility-service.free-space.drive",
    at: least,
    step: 1,
    inclusive: true,
    keeps: "above",
    subject: (freeMiB) => ({ os: { family: "windows" }, volumes: [{ mount: "C:", freeMiB }] }),
  },
  {
    rule: "appliance-sizing",
    scope: "vmware",
    limit: "appliance.cpu-cores",
    at: least,
    step: 1,
    inclusive: true,
    keeps: "above",
    subject: (cpuCores) => ({
      cpuCores,
      memoryGiB: 16,
      disks: [
        { role: "os", sizeGiB: 80 },
        { role: "data", sizeGiB: 620 },
      ],
    }),
  },
  {
    rule: "appliance-load",
    scope: "vmware",
    limit: "appliance.max-machines",
    ...most,
    subject: (machineCount) => ({
      appliance: { machineCount, cpuCores: 16, memoryGiB: 32, cacheDiskGiB: 1024 },
    }),
  },
  {
    rule: "azure-high-churn-size",
    scope: "azure",
    limit: "churn.high.min-memory",
    at: (value: { readonly atLeast: number }) => value.atLeast * 1024,
    step: 1,
    inclusive: true,
    keeps: "above",
    subject: (memoryMiB) => ({ memoryMiB, azure: { highChurn: true } }),
  },
];

function ruleOf(name: string): Rule {
  const rule = allRules.find((candidate) => candidate.name === name);
  if (rule === undefined) throw new Error(`no rule ${name}`);
  return rule;
}

function limitOf({ scope, limit: id }: Edge): Limit {
  const { context } = createJudge(completeScope({ asOf: "2026-11-01", ...scopes[scope] }));
  const limit = context.limits.find(id);
  if (limit === undefined) throw new Error(`no limit ${id} in ${scope}`);
  return limit;
}

describe.each(edges.map((edge) => [`${edge.rule}: ${edge.limit} (${edge.scope})`, edge] as const))(
  "%s",
  (_name, edge) => {
    const rule = ruleOf(edge.rule);
    const at = edge.at(limitOf(edge).value as never);
    const said = (quantity: unknown) => judgeBy(rule, scopes[edge.scope], edge.subject(quantity));
    const findings = (quantity: number): number => said(quantity).findings.length;
    const outside = edge.keeps === "below" ? edge.step : -edge.step;

    it("is kept at its edge or not, as the document says", () => {
      expect([findings(at - outside), findings(at), findings(at + outside)]).toEqual([
        0,
        edge.inclusive ? 0 : 1,
        1,
      ]);
    });

    it("does not change its mind further away", () => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 300 }), (times) => {
          const away = at + times * outside;
          fc.pre(away >= 0);
          expect(findings(away)).toBe(1);
        }),
        { numRuns: 20 },
      );
    });

    it.each([undefined, null, "64", Number.NaN, {}])("decides nothing on %j", (quantity) => {
      const { findings: found, missing } = said(quantity);
      expect(found).toEqual([]);
      expect(missing.length).toBeGreaterThan(0);
    });
  },
);
