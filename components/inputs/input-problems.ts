import { counted } from "../../limits/counted";
import * as pulumi from "@pulumi/pulumi";
import { isPending } from "./pending";

/** One input that cannot be used: its path in the arguments, and why, as full sentences. */
export interface InputProblem {
  readonly propertyPath: string;
  readonly reason: string;
}

/** Inputs by name, as far as they are known: a value that arises later is still an Output. */
export type SeenInputs = Readonly<Record<string, unknown>>;

export type InputCheck = (seen: SeenInputs) => readonly InputProblem[];

/** Problems that a message tells one by one; the error itself has them all. */
export const mostProblemsTold = 100;

/**
 * All problems of a component as one error, which Pulumi prints property by property where the component
 * is used from another language, and as its message elsewhere.
 */
export function inputPropertiesError(
  component: string,
  problems: readonly InputProblem[],
): pulumi.InputPropertiesError {
  const lines = problems
    .slice(0, mostProblemsTold)
    .map(({ propertyPath, reason }) => `  - ${propertyPath || "(all)"}: ${reason}`);
  const more = problems.length - lines.length;
  if (more > 0) lines.push(`  … and ${counted(more, "more problem")}`);
  const error = new pulumi.InputPropertiesError({
    message: `${component} cannot be created:\n${lines.join("\n")}`,
    errors: problems.map((problem) => ({ ...problem })),
  });
  // The place in our code says nothing to a user; Pulumi would print it over the message.
  error.stack = `InputPropertiesError: ${error.message}`;
  return error;
}

/** @throws pulumi.InputPropertiesError when there is a problem. */
export function throwProblems(component: string, problems: readonly InputProblem[]): void {
  if (problems.length > 0) throw inputPropertiesError(component, unique(problems));
}

/**
 * Checks what is known now, and makes every value that arises later wait for the same check: it fails, with
 * what depends on it, when the check finds something then. Values are replaced one by one, so that what is
 * known stays known in a preview.
 *
 * @returns The inputs to use instead, and the problems already known.
 */
export function checkedInputs<T extends object>(
  component: string,
  inputs: T,
  check: InputCheck,
): { readonly inputs: T; readonly problems: readonly InputProblem[] } {
  const seen = copied(inputs) as Record<string, unknown>;
  const checked = replaced(inputs, seen, () => {
    throwProblems(component, check(seen));
  });
  return { inputs: checked as T, problems: check(seen) };
}

type Container = Record<string, unknown>;

/** A value whose parts are inputs: not an Output, a promise or a resource. */
function isContainer(value: unknown): value is Container {
  return (
    typeof value === "object" && value !== null && !isPending(value) && !pulumi.Resource.isInstance(value)
  );
}

/** The same containers anew, around the same values. */
function copied(value: unknown): unknown {
  if (!isContainer(value)) return value;
  if (Array.isArray(value)) return value.map(copied);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copied(part)]));
}

/** Containers in which every pending value, once it arises, is written into `seen` and checked. */
function replaced(value: unknown, seen: unknown, check: () => void): unknown {
  if (!isContainer(value)) return value;
  const parts = Object.entries(value).map(([key, part]): [string, unknown] => [
    key,
    isPending(part)
      ? (pulumi.output(part) as pulumi.Output<unknown>).apply((resolved) => {
          (seen as Container)[key] = resolved;
          check();
          return resolved;
        })
      : replaced(part, (seen as Container)[key], check),
  ]);
  return Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}

/** Names of required inputs that are missing. Programs in other languages have no compiler to say so. */
export function missingInputs(seen: SeenInputs, required: readonly string[]): readonly InputProblem[] {
  return required
    .filter((name) => seen[name] === undefined || seen[name] === null || seen[name] === "")
    .map((name) => ({ propertyPath: name, reason: `Missing: ${name} is required here.` }));
}

/** A known value outside the allowed ones. */
export function notOneOf(
  seen: SeenInputs,
  name: string,
  allowed: readonly string[],
): readonly InputProblem[] {
  const value = seen[name];
  if (value === undefined || isPending(value) || (typeof value === "string" && allowed.includes(value)))
    return [];
  return [
    {
      propertyPath: name,
      reason: `${JSON.stringify(value)} is none of ${allowed.join(", ")}: use one of them.`,
    },
  ];
}

function unique(problems: readonly InputProblem[]): readonly InputProblem[] {
  return [
    ...new Map(problems.map((problem) => [`${problem.propertyPath}\n${problem.reason}`, problem])).values(),
  ];
}
