import { z } from "zod";
import { drillEvidenceSchema } from "../../operations/drill/evidence";
import { probeFileSchema } from "../../operations/drill/probes/probe-file";

/** JSON Schema of a drill's evidence, for other programs. */
export function drillJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(drillEvidenceSchema), title: "Drill" };
}

/** JSON Schema of the file of probes. */
export function drillProbesJsonSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(probeFileSchema, { io: "input" }), title: "Probes of a drill" };
}
