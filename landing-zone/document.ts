import { z } from "zod";
import { editions } from "../limits/editions";
import { experiences, scenarios } from "../limits/scenarios";
import { waiverSchema } from "../limits/waivers";
import { checkAzureValues } from "./azure-checks";
import { checkMachines } from "./machine-checks";
import { checkParts } from "./part-checks";
import { checkRelations } from "./relations";
import type { Report } from "./report";
import type { DocumentProblem } from "./schema-problems";
import { failback } from "./schema/failback";
import { machines } from "./schema/machines";
import { monitoring } from "./schema/monitoring";
import { networks } from "./schema/networks";
import { region, tags } from "./schema/new-or-existing";
import { policy } from "./schema/policies";
import { recoveryPlan } from "./schema/recovery-plans";
import { replication } from "./schema/replication";
import { cacheStorage } from "./schema/storage";
import { resourceGroups, vault } from "./schema/vault";

/** Version of the landing-zone document. */
export const landingZoneVersion = "asr-landing-zone/1";

/**
 * The landing zone of one vault: everything that has to stand in Azure before, and for, replication.
 * Unknown keys are errors, because a misspelt key would silently deploy something else.
 */
export const landingZoneObject = z.strictObject({
  schema: z.literal(landingZoneVersion),
  edition: z.enum(editions).optional().meta({ description: "Edition of the limits; current where absent." }),
  scenario: z.enum(scenarios),
  experience: z.enum(experiences).optional().meta({ description: "VMware and physical servers only." }),
  region: region.meta({ description: "Recovery region: of the vault, the networks and the machines." }),
  sourceRegion: region.optional().meta({ description: "Region of the machines, azure-to-azure only." }),
  newRegions: z.array(region).optional().meta({
    description: "Regions that Azure opened after this version was made: they are taken as they are.",
  }),
  resourceGroups,
  vault,
  cacheStorage: cacheStorage.optional(),
  additionalCacheStorage: z
    .array(cacheStorage)
    .min(1)
    .optional()
    .meta({ description: "Further accounts, where the machines change more than one account takes." }),
  networks: networks.optional(),
  policies: z.array(policy).optional(),
  replication: replication
    .optional()
    .meta({ description: "Protects the machines; without it they are judged only." }),
  machines: machines.optional(),
  recoveryPlans: z.array(recoveryPlan).optional(),
  failback: failback.optional(),
  monitoring: monitoring.optional(),
  waivers: z
    .array(waiverSchema)
    .optional()
    .meta({ description: "Accepted exceptions from the limits on machines, as in a file of waivers." }),
  tags: tags.optional(),
});

export type LandingZone = DeepReadonly<z.infer<typeof landingZoneObject>>;

/** What is wrong with a document of the right form: between its parts, and with what Azure takes. */
export function documentProblems(zone: LandingZone): readonly DocumentProblem[] {
  const problems: DocumentProblem[] = [];
  const report: Report = (path, message) => {
    problems.push({ path, message: message.replace(/\.?$/, ".") });
  };
  checkRelations(zone, report);
  checkParts(zone, report);
  checkMachines(zone, report);
  checkAzureValues(zone, report);
  return problems;
}

export type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

type Defined<Key extends keyof LandingZone> = NonNullable<LandingZone[Key]>;

export type LandingZoneResourceGroup = LandingZone["resourceGroups"]["vault"];
export type LandingZoneVault = LandingZone["vault"];
export type LandingZoneCacheStorage = Defined<"cacheStorage">;
export type LandingZoneLogStorage = NonNullable<LandingZoneCacheStorage["logStorage"]>;
export type LandingZoneNetworks = Defined<"networks">;
export type LandingZoneNetwork = LandingZoneNetworks["recovery"];
export type LandingZonePolicy = Defined<"policies">[number];
export type LandingZoneReplication = Defined<"replication">;
export type LandingZoneMachine = Defined<"machines">[string];
export type LandingZoneRecoveryPlan = Defined<"recoveryPlans">[number];
export type LandingZoneFailback = Defined<"failback">;
export type LandingZoneMonitoring = Defined<"monitoring">;

/** JSON Schema of the document, for editors and other programs. */
export function landingZoneJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(landingZoneObject, { io: "input" }), title: "Landing zone" };
}

/** Whether a level names an existing resource instead of describing a new one. */
export function isExisting<T extends object>(level: T): level is Extract<T, { readonly id: string }> {
  return "id" in level && level.id !== undefined;
}
