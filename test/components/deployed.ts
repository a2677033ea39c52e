import * as pulumi from "@pulumi/pulumi";

/** A resource as the program registered it. */
export interface Registered {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Set where the resource was read by id instead of created. */
  readonly id: string | undefined;
  /** Reference to the provider, where one is given. */
  readonly provider: string | undefined;
}

export interface Deployed<T> {
  readonly result: T;
  readonly resources: readonly Registered[];
  /** The only resource of a type. */
  readonly one: (type: string) => Registered;
  readonly named: (name: string) => Registered;
}

export interface DeployOptions {
  readonly preview?: boolean;
  /** Outputs by resource name, on top of the inputs; `id` among them where its type matters. */
  readonly state?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const subscription = "/subscriptions/00000000-0000-0000-0000-000000000001";

/** Runs a program against mocks and waits until everything it started is registered. */
export async function deployed<T>(program: () => T, options: DeployOptions = {}): Promise<Deployed<T>> {
  const resources: Registered[] = [];
  await pulumi.runtime.setMocks(
    {
      newResource(args) {
        const read = args.id !== undefined && args.id !== "";
        resources.push({
          type: args.type,
          name: args.name,
          inputs: args.inputs as Record<string, unknown>,
          id: read ? args.id : undefined,
          provider: args.provider,
        });
        const { id: given, ...state } = options.state?.[args.name] ?? {};
        const made = `${subscription}/resourceGroups/mock/providers/${args.type}/${args.name}`;
        return {
          id: read ? args.id : ((given as string | undefined) ?? made),
          state: { name: args.name, ...(args.inputs as object), ...state },
        };
      },
      call: (args) => args.inputs as Record<string, unknown>,
    },
    "project",
    "stack",
    options.preview ?? false,
    "organization",
  );
  let result: T;
  try {
    result = program();
  } finally {
    // Also what was started before a component refused its arguments: the next program has other mocks.
    await registrationsDone();
  }
  return {
    result,
    resources,
    one: (type) => {
      const found = resources.filter((resource) => resource.type === type);
      if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} of ${type}`);
      return found[0];
    },
    named: (name) => {
      const found = resources.find((resource) => resource.name === name);
      if (found === undefined)
        throw new Error(`no ${name} among ${resources.map((resource) => resource.name).join(", ")}`);
      return found;
    },
  };
}

/** How the SDK itself waits at the end of a program; `disconnect` would forget the mocks as well. */
function registrationsDone(): Promise<void> {
  return (pulumi.runtime as unknown as { waitForRPCs(): Promise<void> }).waitForRPCs();
}

/** The value of an Output. */
export function valueOf<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => {
    output.apply(resolve);
  });
}
