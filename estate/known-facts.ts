import { z } from "zod";

/** A value reduced to what its schema knows. */
export interface KnownFacts {
  /** The value without keys that are null where null says nothing: such a fact is not known. */
  readonly value: unknown;
  /**
   * Keys that the schema does not have, by path, with how often: `machines[].colour` → 12. Indices are left
   * out, so that one misspelling in a list is one entry.
   */
  readonly unknownKeys: ReadonlyMap<string, number>;
}

export function knownFacts(schema: z.ZodType, value: unknown): KnownFacts {
  const unknownKeys = new Map<string, number>();
  return { value: reduced(schema, value, "", unknownKeys), unknownKeys };
}

function reduced(
  schema: z.core.$ZodType,
  value: unknown,
  path: string,
  unknownKeys: Map<string, number>,
): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return reduced(schema.unwrap(), value, path, unknownKeys);
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((item) => reduced(schema.element, item, `${path}[]`, unknownKeys));
  }
  if (
    !(schema instanceof z.ZodObject) ||
    typeof value !== "object" ||
    value === null ||
    Array.isArray(value)
  ) {
    return value;
  }
  const shape: z.core.$ZodShape = schema.shape;
  const known: Record<string, unknown> = {};
  for (const [key, child] of Object.entries(value)) {
    const childSchema = Object.hasOwn(shape, key) ? shape[key] : undefined;
    const childPath = path === "" ? key : `${path}.${key}`;
    if (childSchema === undefined) unknownKeys.set(childPath, (unknownKeys.get(childPath) ?? 0) + 1);
    else if (child !== null || acceptsNull(childSchema)) {
      known[key] = reduced(childSchema, child, childPath, unknownKeys);
    }
  }
  return known;
}

function acceptsNull(schema: z.core.$ZodType): boolean {
  if (schema instanceof z.ZodOptional) return acceptsNull(schema.unwrap());
  return schema instanceof z.ZodNullable;
}
