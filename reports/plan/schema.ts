import { z } from "zod";
import { planVersion } from "../../estate/plan";
import { landingZoneObject } from "../../landing-zone/document";
import { editions } from "../../limits/editions";
import { verdicts } from "../../limits/verdict";

/** The document that `asr plan` writes as `plan.json`. */
export const planSchema = z.strictObject({
  schema: z.literal(planVersion),
  edition: z.enum(editions),
  asOf: z.iso.date(),
  landingZones: z.array(landingZoneObject).meta({ description: "One a vault." }),
  leftOut: z.array(
    z.strictObject({
      name: z.string(),
      id: z.string().optional(),
      verdict: z.enum(verdicts),
      reasons: z.array(z.string()),
    }),
  ),
  assumptions: z.array(z.string()),
});

/** JSON Schema of the document, for other programs. */
export function planJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(planSchema, { io: "input" }), title: "Plan" };
}
