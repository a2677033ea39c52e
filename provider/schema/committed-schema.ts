import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../package-name";

/** A type in a package schema. */
export interface TypeSpecification {
  readonly type?: string;
  readonly $ref?: string;
  readonly additionalProperties?: TypeSpecification;
  readonly items?: TypeSpecification;
  readonly oneOf?: readonly TypeSpecification[];
  /** The value is needed before anything is deployed: it cannot be an output. */
  readonly plain?: boolean;
  readonly description?: string;
}

/** An object or an enumeration. */
export interface ComplexType {
  readonly properties?: Readonly<Record<string, TypeSpecification>>;
  readonly required?: readonly string[];
  readonly enum?: readonly { readonly name: string; readonly value: string }[];
}

export interface ResourceSpecification {
  readonly properties: Readonly<Record<string, TypeSpecification>>;
  readonly inputProperties: Readonly<Record<string, TypeSpecification>>;
  readonly requiredInputs?: readonly string[];
  readonly isComponent?: boolean;
}

/** What is read of the package schema here; the file holds more. */
export interface PackageSchema {
  readonly types: Readonly<Record<string, ComplexType>>;
  readonly resources: Readonly<Record<string, ResourceSpecification>>;
}

let read: PackageSchema | undefined;

/** The package schema as `npm run generate` wrote it. Components are read from TypeScript, which takes a compiler. */
export function committedSchema(): PackageSchema {
  read ??= JSON.parse(readFileSync(join(packageFolder(), "provider/schema.json"), "utf8")) as PackageSchema;
  return read;
}
