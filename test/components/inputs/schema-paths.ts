import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Spec {
  readonly type?: string;
  readonly $ref?: string;
  readonly items?: Spec;
  readonly additionalProperties?: Spec;
  readonly oneOf?: readonly Spec[];
  readonly description?: string;
}

interface Schema {
  readonly resources: Readonly<
    Record<
      string,
      { readonly isComponent?: boolean; readonly inputProperties?: Readonly<Record<string, Spec>> }
    >
  >;
  readonly types: Readonly<
    Record<string, { readonly enum?: unknown; readonly properties?: Readonly<Record<string, Spec>> }>
  >;
}

/** An input of a component that holds a value, not other inputs. */
export interface InputPath {
  /** `machines{}.disks[].diskId`: `{}` stands for any key, `[]` for any place, `<Type>` for one of several forms. */
  readonly path: string;
  /** Type of the value in the schema; `enum` for an enumeration, `any` for anything. */
  readonly type: string;
  readonly description: string;
}

const schema = JSON.parse(readFileSync(join(__dirname, "../../../provider/schema.json"), "utf8")) as Schema;
const prefix = "azure-siterecovery:index:";

/** The components of the package. */
export const componentNames: readonly string[] = Object.entries(schema.resources)
  .filter(([, { isComponent }]) => isComponent === true)
  .map(([token]) => token.slice(prefix.length));

/** Every input of a component down to single values, as the package schema lists them. */
export function inputPaths(component: string): readonly InputPath[] {
  const { inputProperties = {} } = schema.resources[prefix + component] ?? {};
  return Object.entries(inputProperties).flatMap(([name, spec]) => pathsOf(spec, name));
}

function pathsOf(spec: Spec, path: string, above = ""): readonly InputPath[] {
  const description = spec.description ?? above;
  if (spec.oneOf !== undefined) {
    return spec.oneOf.flatMap((form) =>
      pathsOf(form, form.$ref === undefined ? path : `${path}<${nameOf(form.$ref)}>`, description),
    );
  }
  if (spec.$ref?.startsWith("#/types/") === true) {
    const type = schema.types[spec.$ref.slice("#/types/".length)];
    if (type === undefined) throw new Error(`${path}: the schema has no type ${spec.$ref}`);
    if (type.enum !== undefined) return [{ path, type: "enum", description }];
    return Object.entries(type.properties ?? {}).flatMap(([name, each]) => pathsOf(each, `${path}.${name}`));
  }
  if (spec.items !== undefined) return pathsOf(spec.items, `${path}[]`, description);
  if (spec.additionalProperties !== undefined)
    return pathsOf(spec.additionalProperties, `${path}{}`, description);
  return [{ path, type: spec.type ?? "any", description }];
}

function nameOf(reference: string): string {
  return reference.split(":").at(-1) ?? "";
}
