import type { PolicyConfigSchema } from "@pulumi/policy";
import { z } from "zod";
import { editions } from "../limits/editions";
import { experiences, intents, scenarios } from "../limits/scenarios";
import { waiverSchema } from "../limits/waivers";
import { surroundingsSchema } from "./surroundings";

/**
 * What all rules of the pack share: the configuration of the policy `settings`. The engine lets unknown keys
 * pass, and a misspelt `edition` must not mean the default one.
 */
export const settingsSchema = z.strictObject({
  edition: z.enum(editions).optional().meta({
    description:
      "Edition of the documentation. Default: what the components say, else stack configuration azure-siterecovery:edition, else current.",
  }),
  scenario: z.enum(scenarios).optional().meta({
    description:
      "What is replicated to where. Default: what the components say, else stack configuration azure-siterecovery:scenario, else derived from the policies.",
  }),
  experience: z.enum(experiences).optional().meta({ description: "VMware and physical servers only." }),
  intent: z.enum(intents).optional().meta({ description: "What the replication is for." }),
  scope: z.enum(["replication", "everything"]).optional().meta({
    description:
      "replication (default): only resources that take part in replication. everything: every resource of the stack.",
  }),
  asOf: z.iso.date().optional().meta({ description: "Date that dated limits compare with. Default: today." }),
  facts: surroundingsSchema.optional().meta({
    description: "What rules on relations know and no program states.",
  }),
  waivers: z.array(waiverSchema).optional().meta({ description: "Accepted exceptions." }),
});

export type Settings = Readonly<z.infer<typeof settingsSchema>>;

/** The schema in the form that the engine validates configuration with. */
export function settingsConfigSchema(): PolicyConfigSchema {
  const { properties } = z.toJSONSchema(settingsSchema, { io: "input" });
  // Pulumi's subset of JSON Schema passes through a protobuf structure: plain values only.
  return JSON.parse(JSON.stringify({ properties })) as PolicyConfigSchema;
}
