/** A property of a resource, as its documentation, the package schema and the check of shape need it. */
export type PropertyDescription = (
  | { readonly type: "string"; readonly values?: readonly string[]; readonly format?: "arm-id" }
  | { readonly type: "boolean" | "number" | "integer" }
  | { readonly type: "list"; readonly items: PropertyDescription }
  | { readonly type: "map"; readonly values: PropertyDescription }
  | { readonly type: "object"; readonly object: NamedObject }
) & {
  /** A sentence or more: meaning, unit, default, source. */
  readonly description: string;
  /** Without it the resource cannot be. */
  readonly required?: boolean;
  /** A change needs a new resource. */
  readonly replaces?: boolean;
  /** An output that an update never changes: known while the update is previewed. */
  readonly stable?: boolean;
  /** Never shown, encrypted in the state. */
  readonly secret?: boolean;
  /**
   * An input that is not offered as an output as well: the program knows what it gave, and the SDK makes some twenty
   * promises for each output, which ten thousand machines multiply.
   */
  readonly inputOnly?: boolean;
  /** Filled in where the program says nothing. */
  readonly default?: string | number | boolean;
  /** What holds where the program says nothing. Unlike a default it is not written down, ten thousand times over. */
  readonly assumed?: string | number | boolean;
};

/** Properties by name. */
export type ObjectDescription = Readonly<Record<string, PropertyDescription>>;

/** A nested object with a type name of its own in the package, e.g. `ReplicatedMachineNic`. */
export interface NamedObject {
  readonly name: string;
  readonly description: string;
  readonly properties: ObjectDescription;
}

/** What a program may read of a resource: what the service adds, and its inputs but those that are `inputOnly`. */
export function readable(outputs: ObjectDescription, inputs: ObjectDescription): ObjectDescription {
  const offered = Object.entries(inputs).filter(([, { inputOnly }]) => inputOnly !== true);
  return { ...outputs, ...Object.fromEntries(offered) };
}
