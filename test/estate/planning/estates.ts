import { fc } from "@fast-check/vitest";
import { assess } from "../../../estate/assess";
import type { EstateDocument, EstateMachine } from "../../../estate/document";
import { plan, type Plan, type PlanOptions } from "../../../estate/plan";
import type { Edition } from "../../../limits/editions";

/** A machine that every edition accepts. */
export const machine = (name: string, more: Partial<EstateMachine> = {}): EstateMachine => ({
  name,
  kind: "vmware-vm",
  os: { family: "windows", name: "Windows Server", version: "2016", architecture: "x64" },
  firmware: "bios",
  disks: [{ name: "Hard disk 1", sizeGiB: 100, os: true }],
  nics: [{ name: "Network adapter 1", network: "servers", ipv4: ["10.0.0.4"] }],
  ...more,
});

export const estate = (
  machines: readonly EstateMachine[],
  more: Partial<EstateDocument> = {},
): EstateDocument => ({
  schema: "asr-estate/1",
  scenario: "vmware-to-azure",
  target: { region: "westeurope" },
  ...more,
  machines,
});

export const planOf = (
  document: EstateDocument,
  options: PlanOptions = {},
  edition: Edition = "current",
): Plan => plan(document, assess(document, { edition, asOf: "2026-01-01" }), options);

const anyChurn = fc.option(
  fc.record({
    averageMBps: fc.double({ min: 0, max: 6, noNaN: true }),
    averageIoKB: fc.constantFrom(4, 8, 12, 16, 32, 64),
  }),
  { nil: undefined },
);

/** Machines with and without churn, alone and in groups, of names that tell what they belong to. */
export const anyMachines = fc
  .array(
    fc
      .record({
        stem: fc.constantFrom("web", "db", "erp-app-"),
        number: fc.integer({ min: 1, max: 500 }),
        group: fc.option(fc.constantFrom("shop", "SHOP", "erp"), { nil: null, freq: 4 }),
        disks: fc.array(
          fc.record({ sizeGiB: fc.integer({ min: 1, max: 2000 }), churn: anyChurn, excluded: fc.boolean() }),
          { minLength: 1, maxLength: 4 },
        ),
      })
      .map(({ stem, number, group, disks }) => ({
        ...machine(`${stem}${number}`, {
          id: `vm-${stem}${number}`,
          multiVmGroup: group,
          disks: disks.map(({ sizeGiB, churn, excluded }, index) => ({
            name: `disk ${index}`,
            sizeGiB,
            os: index === 0,
            targetType: "premium-ssd" as const,
            ...(index > 0 && excluded ? { excluded } : {}),
            ...(churn === undefined ? {} : { churn }),
          })),
        }),
      })),
    { minLength: 1, maxLength: 120 },
  )
  .map((machines) => [...new Map(machines.map((each) => [each.id, each])).values()]);

/** The same machines in another order. */
export function shuffled<T>(items: readonly T[], random: Iterator<number>): readonly T[] {
  return items
    .map((value) => ({ value, key: random.next().value as number }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}
