import * as pulumi from "@pulumi/pulumi";
import { deployed, valueOf } from "../deployed";
import { leavesOf, type Leaves } from "./changes";
import { componentName, type ComponentInputs } from "./row";

/** What a component makes of arguments: its resources, the aliases of its children, and what it is judged by. */
export async function made(inputs: ComponentInputs, args: object): Promise<Leaves> {
  const aliases = new Set<string>();
  // A parent's transformation sees what the component's own have left.
  const spy: pulumi.ResourceTransformation = ({ type, opts }) => {
    for (const alias of (opts.aliases ?? []) as readonly pulumi.Alias[]) {
      if (typeof alias.type === "string" && /\/v\d/.test(alias.type)) aliases.add(type);
    }
    return undefined;
  };
  const deployment = await deployed(
    () => {
      const parent = new pulumi.ComponentResource("test:index:Parent", "p", {}, { transformations: [spy] });
      return inputs.create(componentName, args as never, { parent });
    },
    inputs.state === undefined ? {} : { state: inputs.state },
  );
  const result = deployment.result as unknown as Readonly<Record<string, pulumi.Output<unknown> | undefined>>;
  const outputs = ["scope", ...(inputs.outputs ?? [])].map(async (name) => {
    const output = result[name];
    return [name, output === undefined ? undefined : await valueOf(output)] as const;
  });
  return leavesOf(deployment, {
    output: Object.fromEntries(await Promise.all(outputs)),
    "version aliases": Object.fromEntries([...aliases].map((type) => [type, true])),
  });
}

/** Arguments that the component refuses. */
export async function refusedAt(
  { create, state = {} }: ComponentInputs,
  args: object,
): Promise<readonly string[]> {
  try {
    await deployed(() => create(componentName, args as never, {}), { state });
    return [];
  } catch (error) {
    if (!pulumi.InputPropertiesError.isInstance(error)) throw error;
    return error.errors.map(({ propertyPath }) => propertyPath);
  }
}

/** Deployed once for all that start from the same arguments. */
export function deployedOnce(inputs: ComponentInputs): (args: object) => Promise<Leaves> {
  const deployments = new Map<string, Promise<Leaves>>();
  return (args) => {
    const key = JSON.stringify(args);
    const promised = deployments.get(key) ?? made(inputs, args);
    deployments.set(key, promised);
    return promised;
  };
}
