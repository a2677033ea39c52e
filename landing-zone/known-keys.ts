import { z } from "zod";

/** The keys that a schema knows at a path, of every form that the value there may take. */
export function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  let forms = formsOf(schema);
  for (const key of path) {
    forms = forms.flatMap((form) => {
      const child = childOf(form, key);
      return child === undefined ? [] : formsOf(child);
    });
  }
  return [...new Set(forms.flatMap((form) => (form instanceof z.ZodObject ? Object.keys(form.shape) : [])))];
}

/** A schema without what wraps it; several where the value may take several forms. */
function formsOf(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return formsOf(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(formsOf);
  return [schema];
}

function childOf(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  if (!(schema instanceof z.ZodObject)) return undefined;
  const shape: z.core.$ZodShape = schema.shape;
  return Object.hasOwn(shape, key) ? shape[String(key)] : undefined;
}
