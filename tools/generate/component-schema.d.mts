import type { ComponentSchema } from "../../provider/schema/package-schema.js";

export function componentSchema(root: string, knownTypes: ReadonlySet<string>): ComponentSchema;
