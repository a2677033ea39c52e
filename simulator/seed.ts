import { z } from "zod";
import { sourceSchemas } from "./seed-sources";
import { stateSchemas } from "./seed-states";

/**
 * The seed (`asr-seed/1`): what arises outside Azure Resource Manager, or was there before. Everything is optional;
 * an empty seed is an empty subscription.
 */
const resourceSchema = z.looseObject({
  id: z.string().describe("ARM id of the resource."),
  location: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
});

const groupSchema = z.strictObject({
  name: z.string(),
  location: z.string().describe("Region, for example westeurope."),
  tags: z.record(z.string(), z.string()).optional(),
});

export const seedSchema = z.strictObject({
  schema: z.literal("asr-seed/1"),
  subscription: z
    .strictObject({
      id: z.guid().optional(),
      name: z.string().optional(),
      tenantId: z.guid().optional(),
    })
    .optional(),
  startsAt: z.iso.datetime().optional().describe("The simulated time at start; default: now."),
  resourceGroups: z.array(groupSchema).optional().describe("Groups that exist before the first request."),
  resources: z
    .array(resourceSchema)
    .optional()
    .describe(
      "Resources that exist before the first request, as a GET would show them; groups they lie in are made.",
    ),
  ...sourceSchemas,
  ...stateSchemas,
  reservedNames: z
    .array(z.strictObject({ type: z.string(), name: z.string() }))
    .optional()
    .describe("Names somebody else in the world already has, such as those of storage accounts."),
});

/** A seed as read. */
export type Seed = z.infer<typeof seedSchema>;

export type SeededResource = z.infer<typeof resourceSchema>;
