import * as pulumi from "@pulumi/pulumi";
import type { InputProblem } from "../../components/inputs/input-problems";
import { isPending } from "../../components/inputs/pending";
import type {
  ComplexType,
  PackageSchema,
  ResourceSpecification,
  TypeSpecification,
} from "../schema/committed-schema";
import { nearest } from "../../limits/nearest";

/** Where a value stands, and what is known about it. */
interface Place {
  readonly path: string;
  /** Inside of a value that may arise later as a whole: so may its parts. */
  readonly eventual: boolean;
}

/**
 * Holds a component's inputs against the schema, for programs in languages whose compiler does not: unknown names,
 * types, what is missing, and outputs where the value decides which resources there are.
 */
export function inputProblems(
  schema: PackageSchema,
  component: ResourceSpecification,
  inputs: pulumi.Inputs,
): readonly InputProblem[] {
  const described = { properties: component.inputProperties, required: component.requiredInputs ?? [] };
  return ofObject(schema, described, inputs, { path: "", eventual: false });
}

function ofObject(
  schema: PackageSchema,
  { properties = {}, required = [] }: ComplexType,
  values: Readonly<Record<string, unknown>>,
  { path, eventual }: Place,
): readonly InputProblem[] {
  const under = (name: string) => (path === "" ? name : `${path}.${name}`);
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null);
  return [
    ...given.flatMap(([name, value]) => {
      const type = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (type !== undefined) return ofValue(schema, type, value, { path: under(name), eventual });
      const hint = nearest(name, Object.keys(properties));
      const reason =
        hint === undefined
          ? `It is not known here; known are ${Object.keys(properties).join(", ")}.`
          : `It is not known here. Did you mean ${hint}?`;
      return [{ propertyPath: under(name), reason }];
    }),
    ...required
      .filter((name) => !given.some(([each]) => each === name))
      .map((name) => ({ propertyPath: under(name), reason: `Missing: ${name} is required here.` })),
  ];
}

function ofValue(
  schema: PackageSchema,
  type: TypeSpecification,
  value: unknown,
  place: Place,
): readonly InputProblem[] {
  const { path } = place;
  const eventual = place.eventual || type.plain !== true;
  if (isPending(value)) {
    const reason =
      "It must be known before anything is deployed, because it decides what is: give a value that is neither an output of a resource nor a secret.";
    return eventual ? [] : [{ propertyPath: path, reason }];
  }
  if (value === undefined || value === null) return [];
  const inner = { path, eventual };
  if (type.oneOf !== undefined) {
    const outcomes = type.oneOf.map((one) => ofValue(schema, one, value, place));
    return outcomes.reduce((best, next) => (distance(next, path) < distance(best, path) ? next : best));
  }
  if (type.$ref !== undefined) return ofReference(schema, type.$ref, value, inner);
  const wrong = (expected: string): readonly InputProblem[] => [
    { propertyPath: path, reason: `It must be ${expected}, not ${kindOf(value)}.` },
  ];
  switch (type.type) {
    case "array":
      if (!Array.isArray(value)) return wrong("a list");
      return value.flatMap((item, index) =>
        ofValue(schema, type.items ?? {}, item, { path: `${path}[${index}]`, eventual }),
      );
    case "object":
      if (!isObject(value)) return wrong("an object");
      return Object.entries(value).flatMap(([key, item]) =>
        ofValue(schema, type.additionalProperties ?? {}, item, {
          path: /^[\w-]+$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`,
          eventual,
        }),
      );
    case "string":
      return typeof value === "string" ? [] : wrong("text");
    case "number":
      return typeof value === "number" ? [] : wrong("a number");
    case "integer":
      return Number.isInteger(value) ? [] : wrong("a whole number");
    case "boolean":
      return typeof value === "boolean" ? [] : wrong("true or false");
    default:
      return [];
  }
}

/** How far a value is from a type: one of another kind is farther than one of which parts are wrong. */
function distance(problems: readonly InputProblem[], path: string): number {
  return problems.some(({ propertyPath }) => propertyPath === path) ? Infinity : problems.length;
}

function ofReference(
  schema: PackageSchema,
  reference: string,
  value: unknown,
  place: Place,
): readonly InputProblem[] {
  const { path } = place;
  if (reference === "pulumi.json#/Any") return place.eventual ? [] : pendingIn(value, place);
  const type = schema.types[reference.replace("#/types/", "")];
  if (type === undefined) throw new Error(`The schema has no type ${reference}.`);
  if (type.enum !== undefined) {
    const allowed = type.enum.map((each) => each.value);
    if (typeof value === "string" && allowed.includes(value)) return [];
    return [
      {
        propertyPath: path,
        reason: `${JSON.stringify(value)} is none of ${allowed.join(", ")}: use one of them.`,
      },
    ];
  }
  if (isObject(value)) return ofObject(schema, type, value, place);
  return [{ propertyPath: path, reason: `It must be an object, not ${kindOf(value)}.` }];
}

/** An open value is read as a whole: an output anywhere in it is one too many. */
function pendingIn(value: unknown, place: Place): readonly InputProblem[] {
  if (isPending(value)) return ofValue({ types: {}, resources: {} }, { plain: true }, value, place);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    pendingIn(part, {
      ...place,
      path: Array.isArray(value) ? `${place.path}[${key}]` : `${place.path}.${key}`,
    }),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !pulumi.Resource.isInstance(value)
  );
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (pulumi.Resource.isInstance(value)) return "a resource: give its id";
  if (typeof value === "object") return "an object";
  return typeof value === "string" ? `the text "${value}"` : JSON.stringify(value);
}
