import type { PolicyResource } from "@pulumi/policy";
import { normalizeToken } from "../limits/facts/from-azure-native";
import { parseResourceId } from "../limits/facts/resource-id";
import { armTypes, nameProperties } from "./resource-types";

/** A resource of the stack with what it hangs on. */
export interface ProgramResource {
  readonly urn: string;
  readonly name: string;
  /** Token without the version of its API. */
  readonly type: string;
  /** Inputs as the engine checked them; the state of a resource that was only read. May hold unknown values. */
  readonly inputs: unknown;
  readonly outputs: unknown;
  /** URN of the parent, where it is a resource of the stack. */
  readonly parent: string | undefined;
  /** Types of everything above it, outermost first. */
  readonly ancestorTypes: readonly string[];
  /** URNs that an input refers to, by input. */
  readonly references: ReadonlyMap<string, readonly string[]>;
  /** URNs that it was only told to wait for. */
  readonly waitsFor: readonly string[];
  /** Subscription of its provider, where that is known. */
  readonly subscriptionId: string | undefined;
  /** Tenant of its provider, where that is known. */
  readonly tenantId: string | undefined;
}

/** The resources of one run by URN. */
export type Program = ReadonlyMap<string, ProgramResource>;

/** Builds the graph of a run. `inputsOf` are the inputs that were seen before the stack was analysed. */
export function readProgram(
  resources: readonly PolicyResource[],
  inputsOf: ReadonlyMap<string, unknown>,
): Program {
  return new Map(resources.map((resource) => [resource.urn, programResource(resource, inputsOf)]));
}

function programResource(resource: PolicyResource, inputsOf: ReadonlyMap<string, unknown>): ProgramResource {
  const type = normalizeToken(resource.type);
  const references = new Map(
    Object.entries(resource.propertyDependencies).map(([property, targets]) => [
      property,
      targets.map((target) => target.urn),
    ]),
  );
  const referenced = new Set([...references.values()].flat());
  return {
    urn: resource.urn,
    name: resource.name,
    type,
    inputs: inputsOf.get(resource.urn) ?? stateAsInputs(type, resource.props),
    outputs: resource.props,
    parent: resource.parent?.urn ?? resource.opts.parent,
    ancestorTypes: ancestorTypes(resource.urn),
    references,
    waitsFor: resource.dependencies.map((target) => target.urn).filter((urn) => !referenced.has(urn)),
    subscriptionId: textAt(resource.provider?.props, ["subscriptionId"]),
    tenantId: textAt(resource.provider?.props, ["tenantId"]),
  };
}

/** `urn:pulumi:stack::project::outer$inner$type::name` names the types of everything above a resource. */
export function ancestorTypes(urn: string): readonly string[] {
  return (urn.split("::")[2] ?? "").split("$").slice(0, -1);
}

/**
 * The state of a resource in the shape of its inputs, for resources that a program only reads: there the name
 * is `name`, and a policy has details instead of inputs.
 */
function stateAsInputs(type: string, state: unknown): unknown {
  const nameProperty = nameProperties[type];
  const name = textAt(state, ["name"]);
  const details = valueAt(state, ["properties", "providerSpecificDetails"]);
  return new Proxy(typeof state === "object" && state !== null ? state : {}, {
    get(target, key) {
      if (key === nameProperty) return name;
      if (key === "properties" && details !== undefined) {
        return { providerSpecificInput: details, providerSpecificDetails: details };
      }
      return Reflect.get(target, key) as unknown;
    },
  });
}

/** A value of inputs or state; undefined where it is absent or not known yet. */
export function valueAt(from: unknown, path: readonly string[]): unknown {
  try {
    let value = from;
    for (const key of path) {
      if (typeof value !== "object" || value === null) return undefined;
      value = (value as Readonly<Record<string, unknown>>)[key];
    }
    return value;
  } catch (error) {
    // Reading an unknown value through the SDK's proxy throws.
    if (error instanceof Error && error.constructor.name === "UnknownValueError") return undefined;
    throw error;
  }
}

export function textAt(from: unknown, path: readonly string[]): string | undefined {
  const value = valueAt(from, path);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/**
 * Where a literal id points: resource group, ARM type and name in lower case. Subscriptions are left out,
 * because a program seldom states its own.
 */
export function idKey(resourceGroup: string, armType: string, name: string): string {
  return [resourceGroup, armType, name].join("|").toLowerCase();
}

/** The key of a resource of the program; undefined where a part of it is not known yet. */
export function keyOf(resource: ProgramResource, program: Program): string | undefined {
  const armType = armTypes[resource.type];
  const name = textAt(resource.inputs, [nameProperties[resource.type] ?? "name"]);
  const group = resourceGroupOf(resource, program);
  return armType === undefined || name === undefined || group === undefined
    ? undefined
    : idKey(group, armType, name);
}

function resourceGroupOf(resource: ProgramResource, program: Program): string | undefined {
  const literal = textAt(resource.inputs, ["resourceGroupName"]);
  if (literal !== undefined) return literal;
  for (const urn of resource.references.get("resourceGroupName") ?? []) {
    const group = program.get(urn);
    if (group?.type === "azure-native:resources:ResourceGroup") {
      return textAt(group.inputs, ["resourceGroupName"]) ?? textAt(group.outputs, ["name"]);
    }
  }
  return undefined;
}

/** Keys of the resource that a literal id names, and of those that contain it (a subnet's network). */
export function keysOfId(id: string): readonly string[] {
  const { resourceGroup } = parseResourceId(id);
  const segments = id.split("/").filter(Boolean);
  const provider = segments.findLastIndex((segment) => segment.toLowerCase() === "providers");
  if (resourceGroup === undefined || provider === -1) return [];
  const namespace = segments[provider + 1] ?? "";
  const pairs = segments.slice(provider + 2);
  const keys: string[] = [];
  for (let length = 2; length <= pairs.length; length += 2) {
    const types = pairs.slice(0, length).filter((_segment, index) => index % 2 === 0);
    const names = pairs.slice(0, length).filter((_segment, index) => index % 2 === 1);
    keys.push(idKey(resourceGroup, [namespace, ...types].join("/"), names.at(-1) ?? ""));
  }
  return keys;
}

/** Deeper than any input of Azure; a bound against values that contain themselves. */
const deepest = 12;

/** All ids of resources among the inputs that are known. */
export function resourceIdsIn(value: unknown, depth = 0): readonly string[] {
  if (typeof value === "string") return /^\/subscriptions\//i.test(value) ? [value] : [];
  if (typeof value !== "object" || value === null || depth > deepest) return [];
  return Object.keys(value).flatMap((key) => resourceIdsIn(valueAt(value, [key]), depth + 1));
}
