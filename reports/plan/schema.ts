import { z } from "zod";
import { planVersion, type Plan } from "../../estate/plan";
import { landingZoneObject, type LandingZone } from "../../landing-zone/document";
import { editions } from "../../limits/editions";
import { severities, type JsonValue } from "../../limits/matrix/schema";
import { experiences, scenarios } from "../../limits/scenarios";
import { verdicts } from "../../limits/verdict";

const count = z.int().min(0);
const number = z.int().min(1);
const known = z.number().nullable();
const landingZone = number.meta({ description: "1 is landing-zone.yaml, 2 landing-zone-2.yaml …" });

/** A quantity that was computed. */
const figure = z
  .strictObject({
    value: known.meta({ description: "null: not known. Never 0 in its place." }),
    unit: z.string(),
    formula: z.string(),
    source: z.string(),
    lacks: z.array(z.string()).optional(),
  })
  .meta({ description: "With the formula it was computed by, and where the formula comes from." });

const churn = z
  .strictObject({ averageMBps: known, peakMBps: known, dailyGB: known })
  .meta({ description: "With growth; null is not known." });

const vmSize = z
  .strictObject({
    name: z.string().nullable(),
    vcpus: known,
    family: z.string().nullable(),
    why: z.string(),
    source: z.string(),
    notChecked: z.array(z.string()).optional(),
  })
  .meta({ description: "Size in Azure; absent where no list of sizes was given." });

const machine = z.strictObject({
  name: z.string(),
  id: z.string().optional(),
  scenario: z.enum(scenarios),
  landingZone,
  key: z.string(),
  wave: number,
  recoveryPlan: z.string(),
  bootGroup: number.meta({ description: "Group of the recovery plan." }),
  multiVmGroup: z.string().optional(),
  cpuCores: known,
  memoryMiB: known,
  vmSize: vmSize.optional(),
  sizeGiB: known,
  churn,
  disks: z.array(
    z.strictObject({
      name: z.string().optional(),
      sizeGiB: known,
      churn,
      target: z
        .strictObject({ type: z.string(), tier: z.string().nullable(), why: z.string(), source: z.string() })
        .optional(),
    }),
  ),
});

const servers = z.strictObject({
  role: z.enum(["replication-appliance", "process-server"]),
  byMachines: figure,
  byChurn: figure,
  servers: z.array(
    z.strictObject({
      name: z.string(),
      machines: z.array(z.string()),
      dailyChurnGB: z.number(),
      machinesOfUnknownChurn: count,
      size: figure.extend({ large: z.boolean() }).optional(),
      warning: z.string().optional(),
    }),
  ),
});

const zone = z.strictObject({
  landingZone,
  machines: count,
  disks: count,
  recoveryPlans: count,
  vcpus: figure,
  cacheAccounts: z.array(
    z.strictObject({
      number,
      kind: z.string(),
      sku: z.string(),
      location: z.string(),
      machines: count,
      disks: count,
      disksOfUnknownChurn: count,
      load: figure,
    }),
  ),
  servers: servers.optional(),
});

const bandwidth = z.strictObject({
  basis: z.enum(["series", "facts"]),
  machines: count,
  machinesOfUnknownChurn: z.array(z.string()),
  average: figure,
  needed: z.array(
    z.strictObject({ rpoMinutes: z.number(), intervalsMetPercent: z.number(), bandwidth: figure }),
  ),
  given: z
    .strictObject({
      mbps: z.number(),
      achievableRpo: z.array(z.strictObject({ intervalsMetPercent: z.number(), rpo: figure })),
    })
    .optional(),
  whatIf: z.strictObject({ violationsPerDay: figure, oldestRecoveryPoint: figure }).optional(),
});

const initialReplication = z.strictObject({
  bandwidth: figure,
  batches: z.array(
    z.strictObject({
      number,
      machines: z.array(z.strictObject({ name: z.string(), landingZone, key: z.string() })),
      sizeGiB: z.number(),
      bandwidth: figure,
      duration: figure,
      withinGoal: z.boolean(),
      machinesOfUnknownChurn: z.array(z.string()),
    }),
  ),
  unplaced: z.array(z.strictObject({ machine: z.string(), reason: z.string() })),
});

const quotas = z.strictObject({
  subscription: number,
  region: z.string(),
  families: z.array(
    z.strictObject({
      family: z.string().meta({ description: "cores: all families of the region together." }),
      machines: count,
      needed: figure,
      free: figure,
      missing: figure,
    }),
  ),
});

const vmSizes = z.strictObject({
  rule: z.string(),
  source: z.string(),
  skipped: z.array(z.strictObject({ reason: z.string(), sizes: count })),
  sizes: z.array(z.strictObject({ name: z.string(), family: z.string().nullable(), machines: count })),
  undecided: z.array(z.strictObject({ reason: z.string(), machines: count })),
});

const costs = z.strictObject({
  currency: z.string(),
  source: z.string(),
  items: z.array(
    z.strictObject({
      item: z.string(),
      state: z.enum(["replication", "drill"]),
      quantity: count,
      price: known,
      per: z.enum(["hour", "month"]),
      cost: figure,
    }),
  ),
  replicationPerMonth: figure,
  drillsPerYear: figure,
  perYear: figure,
});

const scopeDocuments = z.strictObject({
  scenario: z.enum(scenarios),
  experience: z.enum(experiences).optional(),
  firewall: z.array(
    z.strictObject({
      role: z.string(),
      direction: z.enum(["outbound", "inbound"]),
      hosts: z.array(z.string()).optional(),
      port: z.int().optional(),
      when: z.enum(["always", "set-up", "optional"]),
      note: z.string().optional(),
      source: z.string(),
    }),
  ),
  prerequisites: z.array(
    z.strictObject({
      role: z.string(),
      items: z.array(
        z.strictObject({
          title: z.string(),
          value: z.custom<JsonValue>().meta({ description: "Any JSON value." }),
          unit: z.string().nullable(),
          severity: z.enum(severities),
          note: z.string().optional(),
          source: z.string(),
        }),
      ),
    }),
  ),
});

/** The document that `asr plan` writes; the type check keeps it in step with the type. */
export const planSchema: z.ZodType<Plan> = z.strictObject({
  schema: z.literal(planVersion),
  edition: z.enum(editions),
  asOf: z.iso.date(),
  landingZones: z.array(landingZoneObject as z.ZodType<LandingZone>).meta({ description: "One a vault." }),
  machines: z.array(machine),
  waves: z.array(
    z.strictObject({
      wave: number,
      landingZone,
      recoveryPlan: z.string(),
      machines: count,
      bootGroups: number,
      applications: z.array(z.strictObject({ name: z.string(), machines: count })),
      neededEarlier: z
        .array(z.string())
        .meta({ description: "Machines that something in an earlier wave needs." }),
    }),
  ),
  zones: z.array(zone),
  subscriptions: z.array(
    z.strictObject({ number, landingZones: z.array(landingZone), protectedDisks: figure }),
  ),
  quotas: z.array(quotas),
  vmSizes,
  costs: costs.optional(),
  addresses: z.array(
    z.strictObject({
      machine: z.string(),
      landingZone,
      key: z.string(),
      address: z.string(),
      subnet: z.string(),
      subnetPrefix: z.string(),
      kept: z.boolean(),
      why: z.string(),
    }),
  ),
  hyperVVolumes: z.array(
    z.strictObject({ owner: z.string(), volume: z.string(), disks: count, need: figure, missing: figure }),
  ),
  documents: z.array(scopeDocuments),
  bandwidth: bandwidth.optional(),
  initialReplication: initialReplication.optional(),
  leftOut: z.array(
    z.strictObject({
      name: z.string(),
      id: z.string().optional(),
      verdict: z.enum(verdicts),
      reasons: z.array(z.string()),
    }),
  ),
  options: z.array(
    z.strictObject({
      option: z.string(),
      value: known,
      unit: z.string(),
      meaning: z.string(),
      source: z.string(),
    }),
  ),
  assumptions: z.array(z.string()),
});

/** JSON Schema of the document, for other programs. */
export function planJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(planSchema, { io: "input", unrepresentable: "any" }), title: "Plan" };
}
