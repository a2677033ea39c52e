import type { StateResource } from "../engine";

/** What stands before a type can be made, by type: only what no other of them needs as well. */
type CreationOrder = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * How the types of a deployed stack depend on each other: a child on its parent, a resource on what its inputs and
 * options name. Two of one type that wait for each other's like are no order between types.
 */
function creationOrder(resources: readonly StateResource[]): CreationOrder {
  const made = resources.filter(({ custom, type }) => custom && !type.startsWith("pulumi:"));
  const typeByUrn = new Map(made.map(({ urn, type }) => [urn, type]));
  const needed = new Map(made.map(({ type }) => [type, new Set<string>()]));
  for (const { type, parent, dependencies = [] } of made) {
    for (const urn of [...dependencies, ...(parent === undefined ? [] : [parent])]) {
      const other = typeByUrn.get(urn);
      if (other !== undefined && other !== type) needed.get(type)?.add(other);
    }
  }
  return reduced(needed);
}

/** Types in the order in which they go away, each step after the one before it. */
function deletionSteps(order: CreationOrder): readonly (readonly string[])[] {
  const left = new Map(order);
  const steps: string[][] = [];
  while (left.size > 0) {
    const needed = new Set([...left.values()].flatMap((types) => [...types]));
    const step = [...left.keys()].filter((type) => !needed.has(type));
    if (step.length === 0) throw new Error(`These wait for each other: ${[...left.keys()].join(", ")}`);
    for (const type of step) left.delete(type);
    steps.push(step);
  }
  return steps;
}

/** docs/creation-order.md: the order as a picture and a list. */
export function creationPage(stack: string, resources: readonly StateResource[]): string {
  const order = creationOrder(resources);
  const types = [...order.keys()].sort((left, right) => shown(left).localeCompare(shown(right), "en"));
  const node = (type: string): string => `t${types.indexOf(type)}`;
  return [
    "<!-- Written by the test of the stack from its state. Do not edit. -->",
    "",
    "# What is created and deleted in which order",
    "",
    `What the stack [${stack}](../stacks/${stack}) consists of; an arrow leads to what is created later and deleted earlier.`,
    "",
    "```mermaid",
    "flowchart TB",
    ...types.map((type) => `  ${node(type)}["${shown(type)}"]`),
    ...types.flatMap((type) =>
      types
        .filter((other) => order.get(type)?.has(other))
        .map((other) => `  ${node(other)} --> ${node(type)}`),
    ),
    "```",
    "",
    "A destroy deletes, each step after the one before it:",
    "",
    ...deletionSteps(order).map((step, index) => `${index + 1}. ${step.map(shown).sort().join(", ")}`),
    "",
  ].join("\n");
}

/** `azure-native:network:VirtualNetwork` as `VirtualNetwork`. */
function shown(type: string): string {
  return type.split(":").at(-1) ?? type;
}

/** Without what another needed type needs anyway. */
function reduced(needed: ReadonlyMap<string, ReadonlySet<string>>): CreationOrder {
  const all = new Map<string, ReadonlySet<string>>();
  const reach = (type: string): ReadonlySet<string> => {
    const known = all.get(type);
    if (known !== undefined) return known;
    const direct = [...(needed.get(type) ?? [])];
    const found = new Set(direct.flatMap((other) => [other, ...reach(other)]));
    all.set(type, found);
    return found;
  };
  return new Map(
    [...needed].map(([type, direct]) => [
      type,
      new Set(
        [...direct].filter(
          (other) => ![...direct].some((through) => through !== other && reach(through).has(other)),
        ),
      ),
    ]),
  );
}
