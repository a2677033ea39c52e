/** Facts read from something that may not be fully known yet. */
export interface SeenFacts<T> {
  readonly facts: T;
  /**
   * Names of the facts that exist but are not known yet (a value that arises during the deployment).
   * They are left out of `facts`: whoever reports says that they could not be decided.
   */
  readonly unknown: readonly string[];
}

type Inputs = Readonly<Record<string, unknown>>;

/** Reads one fact; what it reads may be unknown, absent or of a wrong type. */
export class InputReader {
  readonly #unknown = new Set<string>();

  constructor(readonly inputs: unknown) {}

  get unknown(): readonly string[] {
    return [...this.#unknown];
  }

  /**
   * The value at `path` of the inputs, or undefined where it is absent. A value not known yet is noted
   * under the name of the fact: reading it through the proxy of @pulumi/policy throws, and a component sees
   * an Output or a promise.
   */
  value(fact: string, path: readonly string[], from: unknown = this.inputs): unknown {
    try {
      let value: unknown = from;
      for (const key of path) {
        if (isPending(value)) return this.#note(fact);
        if (typeof value !== "object" || value === null) return undefined;
        value = (value as Inputs)[key];
      }
      if (isPending(value)) return this.#note(fact);
      return value ?? undefined;
    } catch (error) {
      if (!isUnknownValueError(error)) throw error;
      return this.#note(fact);
    }
  }

  /** Always undefined, so that a reading can end with it. */
  #note(fact: string): unknown {
    this.#unknown.add(fact);
    return undefined;
  }

  string(fact: string, path: readonly string[], from?: unknown): string | undefined {
    const value = this.value(fact, path, from);
    return typeof value === "string" && value !== "" ? value : undefined;
  }

  number(fact: string, path: readonly string[], from?: unknown): number | undefined {
    const value = this.value(fact, path, from);
    return typeof value === "number" && Number.isFinite(value) ? value : undefined;
  }

  boolean(fact: string, path: readonly string[], from?: unknown): boolean | undefined {
    const value = this.value(fact, path, from);
    return typeof value === "boolean" ? value : undefined;
  }

  /** Elements of a list, undefined where there is none; an unknown element is left out and noted. */
  list(fact: string, path: readonly string[], from?: unknown): readonly unknown[] | undefined {
    const value = this.value(fact, path, from);
    if (!Array.isArray(value)) return undefined;
    const elements: unknown[] = [];
    for (let index = 0; index < value.length; index += 1) {
      const element = this.value(fact, [String(index)], value);
      if (element !== undefined) elements.push(element);
    }
    return elements;
  }

  strings(fact: string, path: readonly string[], from?: unknown): readonly string[] | undefined {
    return this.list(fact, path, from)?.filter((element) => typeof element === "string");
  }

  /** A value whose absence means "none": `null` where it is certainly absent, undefined where unknown. */
  optional(fact: string, path: readonly string[], from?: unknown): string | null | undefined {
    const value = this.string(fact, path, from);
    return value ?? (this.#unknown.has(fact) ? undefined : null);
  }

  isUnknown(fact: string): boolean {
    return this.#unknown.has(fact);
  }
}

/** By the name of its class, because a process may hold several copies of @pulumi/policy. */
function isUnknownValueError(error: unknown): boolean {
  return error instanceof Error && error.constructor.name === "UnknownValueError";
}

/** An Output of @pulumi/pulumi or a promise: known later, not now. */
function isPending(value: unknown): boolean {
  if (typeof value !== "object" && typeof value !== "function") return false;
  if (value === null) return false;
  return (
    value instanceof Promise ||
    // An Output answers every property it does not have with another Output: only its own mark counts.
    (value as { readonly __pulumiOutput?: unknown }).__pulumiOutput === true
  );
}
