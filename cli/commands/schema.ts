import { Argument, type Command } from "commander";
import type { z } from "zod";
import { writeOutput } from "../write-output";

/** Every published file format and who knows its JSON Schema; loaded when asked for. */
const schemas: Readonly<Record<string, () => Promise<unknown>>> = {
  estate: async () => (await import("../../estate/document.js")).estateJsonSchema(),
  "landing-zone": async () => (await import("../../landing-zone/document.js")).landingZoneJsonSchema(),
  assessment: async () => (await import("../../reports/assessment/schema.js")).assessmentJsonSchema(),
  plan: async () => (await import("../../reports/plan/schema.js")).planJsonSchema(),
  drill: async () => (await import("../../reports/drill/schema.js")).drillJsonSchema(),
  "drill-probes": async () => (await import("../../reports/drill/schema.js")).drillProbesJsonSchema(),
  check: async () => (await import("../../reports/check/schema.js")).vaultCheckJsonSchema(),
  waivers: async () => jsonSchemaOf((await import("../../estate/waivers.js")).waiversSchema, "Waivers"),
  seed: async () => jsonSchemaOf((await import("../../simulator/seed.js")).seedSchema, "Seed"),
  faults: async () => jsonSchemaOf((await import("../../simulator/faults.js")).faultsSchema, "Faults"),
};

async function jsonSchemaOf(schema: z.ZodType, title: string): Promise<unknown> {
  const { z } = await import("zod");
  return { ...z.toJSONSchema(schema, { io: "input" }), title };
}

export function register(program: Command): void {
  program
    .command("schema")
    .summary("print the JSON Schema of a file format")
    .description("Prints the JSON Schema (2020-12) of a file that asr reads or writes.")
    .addArgument(new Argument("<format>", "which file").choices(Object.keys(schemas)))
    .addHelpText("after", "\nExample:\n  npx --no-install asr schema estate > estate.schema.json")
    .action(async (format: string) => {
      const schema = await schemas[format]?.();
      if (schema === undefined) throw new Error(`No schema ${format}.`);
      await writeOutput([`${JSON.stringify(schema, undefined, 2)}\n`]);
    });
}
