/**
 * One resource type of azure-native: how its inputs become an ARM request and ARM's answer becomes outputs.
 * Paths into inputs and outputs are written with dots; lists are looked through (`subnets.delegations`).
 */
export interface ResourceType {
  /** Module and name without a version, e.g. `storage:StorageAccount`. */
  readonly name: string;
  /** ARM id with its parameters in braces; `subscriptionId` is the provider's own. */
  readonly path: string;
  readonly apiVersion: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Outputs that are no inputs. `name`, `type` and `azureApiVersion` belong to every type. */
  readonly outputs: readonly string[];
  /**
   * Where the properties sit in ARM: `flattened` are those of ARM's `properties`; `nested` keep a property of
   * that name; `nested-inputs` take `properties` as input and give flattened outputs.
   */
  readonly layout: "flattened" | "nested" | "nested-inputs";
  /**
   * Flattened types: inputs and outputs that stay outside ARM's `properties`. `location`, `tags`, `etag` and
   * `systemData` always do.
   */
  readonly topLevel: readonly string[];
  /** Path in inputs and outputs -> the name ARM has for that property. */
  readonly renames: Readonly<Record<string, string>>;
  /** Properties whose values are ARM resources themselves: their own `properties` are flattened as well. */
  readonly embedded: ReadonlySet<string>;
  /** Paths below an input that only the service fills. */
  readonly readOnly: readonly string[];
  /** Paths where the service answers in another shape than it is asked; a refresh follows only what was written. */
  readonly differing: readonly string[];
  /** Lists of children that may also be managed on their own; when left out, an update keeps what is there. */
  readonly children: readonly string[];
  /** How the last parameter of the path is named when it is left out. */
  readonly naming: "random" | "guid";
  /** Exists with its parent: never created or deleted, deleting puts this ARM body back. */
  readonly singleton?: Readonly<Record<string, unknown>>;
  /** The caller chooses the API version with this input. */
  readonly apiVersionInput?: string;
  /** Not in the type table: mapped from the token alone. */
  readonly unmodelled?: true;
}

/** What a module's file says about a type; everything left out follows from the module. */
export interface TypeDescription {
  readonly path: string;
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
  readonly outputs?: readonly string[];
  readonly apiVersion?: string;
  readonly layout?: ResourceType["layout"];
  readonly topLevel?: readonly string[];
  readonly renames?: Readonly<Record<string, string>>;
  readonly readOnly?: readonly string[];
  readonly differing?: readonly string[];
  readonly children?: readonly string[];
  readonly naming?: ResourceType["naming"];
  readonly singleton?: Readonly<Record<string, unknown>>;
  readonly apiVersionInput?: string;
}

/** A module of azure-native, e.g. `storage`. */
export interface ModuleDescription {
  readonly module: string;
  /** Default API version of the types of @pulumi/azure-native 3.28. */
  readonly apiVersion: string;
  readonly layout: ResourceType["layout"];
  readonly embedded?: ReadonlySet<string>;
  readonly types: Readonly<Record<string, TypeDescription>>;
}

/** Every type of a module. */
export function typesOf(module: ModuleDescription): readonly ResourceType[] {
  return Object.entries(module.types).map(([name, type]) => ({
    name: `${module.module}:${name}`,
    path: type.path,
    apiVersion: type.apiVersion ?? module.apiVersion,
    required: type.required ?? [],
    optional: type.optional ?? [],
    outputs: type.outputs ?? [],
    layout: type.layout ?? module.layout,
    topLevel: ["location", "tags", "etag", "systemData", ...(type.topLevel ?? [])],
    renames: type.renames ?? {},
    embedded: module.embedded ?? new Set<string>(),
    readOnly: [...identityReadOnly, ...(type.readOnly ?? [])],
    differing: type.differing ?? [],
    children: type.children ?? [],
    naming: type.naming ?? "random",
    ...(type.singleton === undefined ? {} : { singleton: type.singleton }),
    ...(type.apiVersionInput === undefined ? {} : { apiVersionInput: type.apiVersionInput }),
  }));
}

/** The service fills these into every managed identity. */
const identityReadOnly: readonly string[] = ["identity.principalId", "identity.tenantId"];

/** Inputs of a type that are parameters of its path, in the path's order; `subscriptionId` is not one. */
export function pathParameters(type: ResourceType): readonly string[] {
  return [...type.path.matchAll(/\{(\w+)\}/g)]
    .map((match) => match[1] ?? "")
    .filter((name) => name !== "subscriptionId");
}

/** The parameter that is auto-named: the path's last, unless it is an id of something else. */
export function nameParameter(type: ResourceType): string | undefined {
  const match = /\{(\w+)\}$/.exec(type.path);
  return match?.[1];
}

/** All inputs of a type. */
export function inputNames(type: ResourceType): readonly string[] {
  return [...type.required, ...type.optional];
}
