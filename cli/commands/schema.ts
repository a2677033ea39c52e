import { Argument, type Command } from "commander";
import type { z } from "zod";
import { writeOutput } from "../write-output";

/** Every published file format and where its schema lives; loaded when asked for. */
const schemas: Readonly<Record<string, () => Promise<z.ZodType>>> = {
  estate: async () => (await import("../../estate/document.js")).estateDocumentSchema,
  "landing-zone": async () => (await import("../../landing-zone/document.js")).landingZoneSchema,
};

export function register(program: Command): void {
  program
    .command("schema")
    .summary("print the JSON Schema of a file format")
    .description("Prints the JSON Schema (2020-12) of a file that asr reads or writes.")
    .addArgument(new Argument("<format>", "which file").choices(Object.keys(schemas)))
    .addHelpText("after", "\nExample:\n  asr schema estate > estate.schema.json")
    .action(async (format: string) => {
      const [{ z }, schema] = await Promise.all([import("zod"), schemas[format]?.()]);
      if (schema === undefined) throw new Error(`No schema ${format}.`);
      await writeOutput([`${JSON.stringify(z.toJSONSchema(schema, { io: "input" }), undefined, 2)}\n`]);
    });
}
