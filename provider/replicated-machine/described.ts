import type { PropertyDescription } from "../property-description";

/** Short forms of descriptions. */
export const text = (description: string): PropertyDescription => ({ type: "string", description });

export const required = (description: string): PropertyDescription => ({
  type: "string",
  required: true,
  description,
});

export const oneOf = (values: readonly string[], description: string): PropertyDescription => ({
  type: "string",
  values,
  description,
});

export const armId = (description: string): PropertyDescription => ({
  type: "string",
  format: "arm-id",
  description,
});

export const requiredArmId = (description: string): PropertyDescription => ({
  ...armId(description),
  required: true,
});

export const tags = (description: string): PropertyDescription => ({
  type: "map",
  values: { type: "string", description: "Value of the tag." },
  description,
});
