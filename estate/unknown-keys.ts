import { z } from "zod";

/**
 * Keys of a value that its schema does not know, by the path at which they occur, with how often:
 * `machines[].colour` → 12. Indices are left out so that one misspelling in a list is one entry.
 */
export function unknownKeys(schema: z.ZodType, value: unknown): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  walk(schema, value, "", found);
  return found;
}

function walk(schema: z.core.$ZodType, value: unknown, path: string, found: Map<string, number>): void {
  if (typeof value !== "object" || value === null) return;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    walk(schema.unwrap(), value, path, found);
  } else if (schema instanceof z.ZodArray) {
    if (Array.isArray(value)) for (const item of value) walk(schema.element, item, `${path}[]`, found);
  } else if (schema instanceof z.ZodObject) {
    const shape: z.core.$ZodShape = schema.shape;
    for (const [key, child] of Object.entries(value)) {
      const childPath = path === "" ? key : `${path}.${key}`;
      const childSchema = Object.hasOwn(shape, key) ? shape[key] : undefined;
      if (childSchema === undefined) found.set(childPath, (found.get(childPath) ?? 0) + 1);
      else walk(childSchema, child, childPath, found);
    }
  }
}
