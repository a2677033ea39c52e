import type { ComponentSchema } from "../../provider/schema/package-schema";

export function componentSchema(root: string, knownTypes: ReadonlySet<string>): ComponentSchema;
