import { z } from "zod";
import type { DeepReadonly } from "../landing-zone/document";
import { experiences, intents, scenarios } from "../limits/scenarios";
import { verdicts } from "../limits/verdict";
import { disk, machine, site } from "./schema.gen";

/** Name of the format, whatever its version. */
export const estateFormat = "asr-estate";

/** Version of the estate document. */
export const estateVersion = `${estateFormat}/1` as const;

const azureMigrate = z
  .object({
    readiness: z.enum(verdicts),
    issues: z.array(z.string()).optional().meta({ description: "In the words of Azure Migrate." }),
  })
  .meta({ description: "What Azure Migrate says of the machine; compared with the verdict, never judged." });

const origin = z
  .object({
    file: z.string(),
    sheet: z.string().optional(),
    row: z.number().int().positive().optional().meta({ description: "Counted from 1." }),
  })
  .meta({ description: "Where the first inventory that has the machine lists it." });

const estateMachine = machine.extend({
  name: z.string().regex(/\S/, "expected a name that is not blank"),
  scenario: z.enum(scenarios).optional(),
  experience: z.enum(experiences).optional(),
  tags: z
    .record(z.string(), z.string())
    .optional()
    .meta({ description: "Tags, categories or custom attributes; plans can group machines by them." }),
  azureMigrate: azureMigrate.optional(),
  origin: origin.optional(),
});

const dependency = z.object({
  source: z.string(),
  target: z.string(),
  port: z.number().int().nonnegative().optional().meta({ description: "Port of the target." }),
});

/**
 * The neutral inventory that every reader produces: machines, and what is known of their site. Units are
 * in the names. A fact that is not known is left out; unknown keys are ignored (and reported by the reader).
 */
export const estateDocumentSchema = z.object({
  schema: z.literal(estateVersion),
  scenario: z.enum(scenarios).optional().meta({ description: "Of every machine that names none itself." }),
  experience: z.enum(experiences).optional().meta({ description: "VMware and physical servers only." }),
  intent: z.enum(intents).optional(),
  ...site.shape,
  machines: z.array(estateMachine),
  /** Disks of machines that share a name, where the inventory does not tell whose they are. */
  unattributedDisks: z.array(z.object({ machine: z.string(), disks: z.array(disk) })).optional(),
  /** Who talks to whom, by name; either end may be no machine of the estate. */
  dependencies: z.array(dependency).optional(),
});

export type EstateDocument = DeepReadonly<z.infer<typeof estateDocumentSchema>>;

/** A connection between two machines. */
export type Dependency = DeepReadonly<z.infer<typeof dependency>>;

/** A machine of the document: the facts that rules judge, with its own scenario where it has one. */
export type EstateMachine = EstateDocument["machines"][number];

/** Verdict of Azure Migrate on a machine. */
export type AzureMigrateVerdict = NonNullable<EstateMachine["azureMigrate"]>;

/** Place of a machine in its inventory. */
export type MachineOrigin = NonNullable<EstateMachine["origin"]>;

/** JSON Schema of the document, for editors and other programs. */
export function estateJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(estateDocumentSchema, { io: "input" }), title: "Estate" };
}
