import type * as pulumi from "@pulumi/pulumi";
import { inputPaths, type InputPath } from "./schema-paths";

type Args = Readonly<Record<string, unknown>>;

/**
 * One input of a component: a value that is set at its path, and everything that differs then. Paths in arguments
 * name a map's only key `one`, and a list's only place 0.
 */
export interface InputRow {
  /** As the schema has it: `machines{}.disks[].diskId`. */
  readonly path: string;
  /** Not the default, and not what `given` or the component's plain arguments say. */
  readonly value: unknown;
  /** Arguments besides the plain ones, by path; undefined: left out. */
  readonly given?: Args;
  /** Arguments besides the plain ones of the deployment without the value. Default: the same as with it. */
  readonly before?: Args;
  /**
   * `<type> <name>: <property path>` of the values that change. A text, or several: to the row's value; a record:
   * to other values, undefined where one goes away.
   */
  readonly reaches?: string | readonly string[] | Args;
  /** `<type> <name>` of resources that there are only with the row's value. */
  readonly appearing?: readonly string[];
  /** `<type> <name>` of resources that there are only without it. */
  readonly disappearing?: readonly string[];
  /**
   * Deployed with the others of the same `given` at once: each change has its row, and there is no other. For rows
   * that cannot hide one another.
   */
  readonly together?: boolean;
  /** The option is about azure-native alone: nothing changes, and the row stands as long as it has no part in it. */
  readonly onlyForAzureNative?: boolean;
  /** Where the schema's text holds the default. Default: right after the word. Null: that of other arguments. */
  readonly default?: RegExp | null;
  /** The region that `<region>` in the text of a default stands for. */
  readonly region?: string;
  /** For what checks alone read: the value is refused at this argument. */
  readonly refusedAt?: string;
}

/** A component's class, arguments that it can be created with, and a row for each of its inputs. */
export interface ComponentInputs {
  readonly component: string;
  readonly create: (name: string, args: never, opts: pulumi.ComponentResourceOptions) => pulumi.Resource;
  /** Arguments that every row starts from. */
  readonly plain: Args;
  readonly rows: readonly InputRow[];
  /** Arguments, by path, besides the plain ones with which it makes one of everything that it can make. */
  readonly everything?: Args;
  /** The component's outputs that rows speak of, besides its scope. */
  readonly outputs?: readonly string[];
  /** Outputs of resources that the component reads, by resource name. */
  readonly state?: Readonly<Record<string, Args>>;
}

/** Name of the component in every row. */
export const componentName = "dr";

/** Rows for the inputs under a prefix that go by the same path into a property of a resource, unless named. */
export function passedOn(
  component: string,
  prefix: string,
  target: string,
  named: readonly InputRow[],
  given?: Args,
): readonly InputRow[] {
  const taken = new Set(named.map(({ path }) => path));
  return inputPaths(component)
    .filter(({ path }) => path.startsWith(`${prefix}.`) && !taken.has(path))
    .map((input) => ({
      path: input.path,
      value: sample(input),
      together: true,
      ...(given === undefined ? {} : { given }),
      reaches: `${target}${concrete(input.path.slice(prefix.length))}`,
    }));
}

function sample({ path, type }: InputPath): unknown {
  if (type === "boolean") return true;
  if (type === "number" || type === "integer") return path.length;
  return `other ${path}`;
}

/** The path of a row in arguments: `machines.one.disks[0].diskId`. */
export function concrete(path: string): string {
  return path.replaceAll("{}", ".one").replaceAll("[]", "[0]").replaceAll(/<\w+>/g, "");
}

/** The arguments with a value at a path; what lies on the way is made. */
export function withValue(args: Args, path: string, value: unknown): Args {
  const steps = path.split(/[.[\]]+/).filter((step) => step !== "");
  return placed(args, steps, value) as Args;
}

/** The arguments with several values at their paths. */
export function withAll(args: Args, values: Args): Args {
  return Object.entries(values).reduce((changed, [path, value]) => withValue(changed, path, value), args);
}

function placed(container: unknown, steps: readonly string[], value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (/^\d+$/.test(step)) {
    const list = Array.isArray(container) ? [...(container as readonly unknown[])] : [];
    list[Number(step)] = placed(list[Number(step)], rest, value);
    return list;
  }
  const { [step]: held, ...others } = (container ?? {}) as Record<string, unknown>;
  const now = placed(held, rest, value);
  return now === undefined ? others : { ...others, [step]: now };
}
