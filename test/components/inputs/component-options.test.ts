import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { deployed, valueOf, type Registered } from "../deployed";
import { componentName, withAll, type ComponentInputs } from "./row";
import { componentInputs } from "./rows";

class Provider extends pulumi.ProviderResource {
  constructor(packageName: string) {
    super(packageName, `own-${packageName}`);
  }
}

/** A resource as the SDK knows it, before it asks the engine for it. */
interface Child {
  readonly resource: pulumi.Resource;
  readonly type: string;
  readonly name: string;
  readonly parent: pulumi.Resource | undefined;
  readonly aliases: readonly unknown[];
}

interface Made {
  readonly component: pulumi.Resource;
  readonly children: readonly Child[];
  readonly registered: readonly Registered[];
}

/** The component with one of everything, and options as a user gives them. */
async function make(
  { create, plain, everything = {}, state = {} }: ComponentInputs,
  options: (own: pulumi.Resource) => pulumi.ComponentResourceOptions,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Made> {
  const children: Child[] = [];
  const spy: pulumi.ResourceTransformation = ({ resource, type, name, opts }) => {
    const aliases = (opts.aliases ?? []) as readonly unknown[];
    children.push({ resource, type, name, parent: opts.parent, aliases });
    return undefined;
  };
  const args = withAll(plain, { ...everything, ...more });
  const { result, resources } = await deployed(
    () => {
      const parent = new pulumi.ComponentResource("test:index:Parent", "p", {}, { transformations: [spy] });
      return create(componentName, args as never, { parent, ...options(parent) });
    },
    { state },
  );
  const inside = children.filter(
    ({ resource }) => resource !== result && resource.constructor !== pulumi.ComponentResource,
  );
  return { component: result, children: inside, registered: resources };
}

/** Whether a resource of azure-native takes tags, by its class. */
function takesTags(type: string): boolean {
  const [, module = "", name = ""] = /^azure-native:(\w+):(\w+)$/.exec(type) ?? [];
  if (module === "") return false;
  const file = join(
    __dirname,
    "../../../node_modules/@pulumi/azure-native",
    module,
    `${name.slice(0, 1).toLowerCase()}${name.slice(1)}.js`,
  );
  if (!existsSync(file)) throw new Error(`${type}: no ${file}`);
  return readFileSync(file, "utf8").includes('resourceInputs["tags"] = args');
}

const marked = (resource: pulumi.Resource) => resource as unknown as { readonly __protect?: boolean };

describe.each(componentInputs.map((inputs) => [inputs.component, inputs] as const))("%s", (_name, inputs) => {
  const tagged = inputs.rows.some(({ path }) => path === "tags{}");

  it("hands its tags to every child that takes some, and has none where no child does", async () => {
    const tags = tagged ? { tags: { team: "recovery" } } : {};
    const { registered } = await make(inputs, () => ({}), tags);
    const taking = registered.filter(({ type }) => takesTags(type));
    // The document of a landing zone has the tags.
    if (inputs.component !== "DisasterRecoveryLandingZone") expect(taking.length > 0).toBe(tagged);
    const without = taking.filter(
      ({ inputs: given }) =>
        tagged && (given["tags"] as { readonly team?: string } | undefined)?.team !== "recovery",
    );
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it("is the parent of everything that it makes", async () => {
    const { component, children } = await make(inputs, () => ({}));
    expect(children.length).toBeGreaterThan(0);
    const own = new Set<pulumi.Resource | undefined>([component]);
    // A part is a component in turn.
    for (const { resource, parent } of children) if (own.has(parent)) own.add(resource);
    expect(children.filter(({ parent }) => !own.has(parent)).map(({ name }) => name)).toEqual([]);
  });

  it("names everything by its own name", async () => {
    const { children } = await make(inputs, () => ({}));
    expect(
      children.filter(({ name }) => !name.startsWith(`${componentName}-`)).map(({ name }) => name),
    ).toEqual([]);
  });

  it("protects everything when it is protected", async () => {
    const { component, children } = await make(inputs, () => ({ protect: true }));
    expect(marked(component).__protect).toBe(true);
    expect(
      children.filter(({ resource }) => marked(resource).__protect !== true).map(({ name }) => name),
    ).toEqual([]);
  });

  it("goes by the aliases that it is given, and so does everything that it makes", async () => {
    const { component, children } = await make(inputs, () => ({ aliases: [{ name: "former" }] }));
    for (const { type, name, parent } of children.filter((child) => child.parent === component)) {
      // As the engine and the SDK work out what a child was called in a component of another name.
      const inherited = pulumi.allAliases([], name, type, parent ?? component, componentName);
      const urns = await Promise.all(inherited.map(valueOf));
      const former = `$${type}::${name.replace(componentName, "former")}`;
      expect(
        urns.filter((urn) => urn.endsWith(former)),
        former,
      ).toHaveLength(1);
    }
  });

  it("hands the providers that it is given to its children", async () => {
    const { registered } = await make(inputs, () => ({
      providers: [new Provider("azure-native"), new Provider("azure-siterecovery")],
    }));
    const children = registered.filter(
      ({ type, name }) => name.startsWith(`${componentName}-`) && !isComponent(type),
    );
    expect(children.length).toBeGreaterThan(0);
    const others = children.filter(
      ({ type, provider }) => provider?.includes(`own-${type.split(":")[0]}`) !== true,
    );
    expect(others.map(({ name, provider }) => `${name}: ${provider}`)).toEqual([]);
  });
});

function isComponent(type: string): boolean {
  return componentInputs.some(({ component }) => type === `azure-siterecovery:index:${component}`);
}
