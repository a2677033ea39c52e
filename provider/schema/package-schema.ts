import { isDeepStrictEqual } from "node:util";
import { configuration } from "../configuration";
import { packageName, tokenOf } from "../package-name";
import {
  readable,
  type NamedObject,
  type ObjectDescription,
  type PropertyDescription,
} from "../property-description";
import type { ResourceDefinition } from "../resource-definition";

type Json = Readonly<Record<string, unknown>>;

/** The part of the schema that components have, by names; `tools/generate` reads it from their TypeScript. */
export interface ComponentSchema {
  readonly resources: Readonly<Record<string, Json>>;
  readonly types: Readonly<Record<string, Json>>;
}

/** The package schema that Pulumi reads: resources from their descriptions, components as they are given. */
export function packageSchema(
  definitions: readonly ResourceDefinition[],
  version: string,
  components: ComponentSchema,
): Json {
  const objects = objectsOf(definitions);
  return {
    name: packageName,
    displayName: "Azure Site Recovery",
    version,
    description:
      "Azure Site Recovery through its whole life: fabrics, containers, mappings, replicated machines and recovery plans, removed gracefully and checked against the documented limits; and components up to a whole disaster-recovery landing zone.",
    keywords: [
      "pulumi",
      "azure",
      "site-recovery",
      "disaster-recovery",
      "category/infrastructure",
      "kind/native",
    ],
    license: "Apache-2.0",
    language: {
      nodejs: { respectSchemaVersion: true },
      python: { pyproject: { enabled: true }, respectSchemaVersion: true },
    },
    config: { variables: propertiesOf(configuration) },
    types: sorted([
      ...[...objects.values()].map((object) => [tokenOf(object.name), typeOf(object)] as const),
      ...tokened(components.types),
    ]),
    provider: {
      description: "How to reach Azure, and who signs in.",
      inputProperties: propertiesOf(configuration),
    },
    resources: sorted([
      ...definitions.map((one) => [tokenOf(one.name), resourceOf(one)] as const),
      ...tokened(components.resources),
    ]),
  };
}

/** Every object in the inputs and outputs of resources, by its name. */
export function objectsOf(definitions: readonly ResourceDefinition[]): ReadonlyMap<string, NamedObject> {
  const objects = new Map<string, NamedObject>();
  for (const { inputs, outputs } of definitions) {
    for (const property of Object.values({ ...outputs, ...inputs })) collectObjects(property, objects);
  }
  return objects;
}

function tokened(byName: Readonly<Record<string, Json>>): readonly (readonly [string, Json])[] {
  return Object.entries(byName).map(([name, each]) => [tokenOf(name), each]);
}

/** Names in the order in which Pulumi writes a schema. */
function sorted(entries: readonly (readonly [string, unknown])[]): Json {
  return Object.fromEntries([...entries].sort(([left], [right]) => (left < right ? -1 : 1)));
}

function resourceOf({ description, inputs, outputs }: ResourceDefinition): Json {
  return {
    description,
    properties: propertiesOf(readable(outputs, inputs)),
    required: requiredOf(readable({}, inputs)).concat(requiredOf(outputs)),
    inputProperties: propertiesOf(inputs),
    requiredInputs: requiredOf(inputs),
  };
}

function typeOf({ description, properties }: NamedObject): Json {
  const required = requiredOf(properties);
  return {
    description,
    properties: propertiesOf(properties),
    type: "object",
    ...(required.length === 0 ? {} : { required }),
  };
}

function requiredOf(properties: ObjectDescription): readonly string[] {
  return Object.entries(properties)
    .filter(([, property]) => property.required === true)
    .map(([name]) => name);
}

function propertiesOf(properties: ObjectDescription): Json {
  return sorted(
    Object.entries(properties).map(([name, property]) => [
      name,
      {
        ...specOf(property),
        description: descriptionOf(property),
        ...defaultOf(property),
        ...(property.secret === true ? { secret: true } : {}),
        ...(property.replaces === true ? { willReplaceOnChanges: true } : {}),
      },
    ]),
  );
}

function defaultOf({ default: filledIn, assumed }: PropertyDescription): Json {
  const usual = filledIn ?? assumed;
  return usual === undefined ? {} : { default: usual };
}

function specOf(property: PropertyDescription): Json {
  switch (property.type) {
    case "list":
      return { type: "array", items: specOf(property.items) };
    case "map":
      return { type: "object", additionalProperties: specOf(property.values) };
    case "object":
      return { $ref: `#/types/${tokenOf(property.object.name)}` };
    default:
      return { type: property.type };
  }
}

/** A description with the values that are taken; they stay text, so that a newer service value is no type error. */
export function descriptionOf(property: PropertyDescription): string {
  const values = property.type === "string" ? property.values : undefined;
  return values === undefined
    ? property.description
    : `${property.description} One of ${values.map((value) => `\`${value}\``).join(", ")}.`;
}

function collectObjects(property: PropertyDescription, objects: Map<string, NamedObject>): void {
  if (property.type === "list") collectObjects(property.items, objects);
  else if (property.type === "map") collectObjects(property.values, objects);
  else if (property.type === "object") {
    const { object } = property;
    const known = objects.get(object.name);
    if (isDeepStrictEqual(known, object)) return;
    if (known !== undefined)
      throw new Error(`Two objects are named ${object.name}: give one of them another name.`);
    objects.set(object.name, object);
    for (const inner of Object.values(object.properties)) collectObjects(inner, objects);
  }
}
