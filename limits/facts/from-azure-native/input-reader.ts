/** Facts read from something that may not be fully known yet. */
export interface SeenFacts<T> {
  readonly facts: T;
  /**
   * Names of the facts that exist but are not known yet (a value that arises during the deployment).
   * They are left out of `facts`: whoever reports says that they could not be decided.
   */
  readonly unknown: readonly string[];
  /** Names of the facts whose value is of a type that it cannot have; left out of `facts`, too. */
  readonly unreadable: readonly string[];
}

type Inputs = Readonly<Record<string, unknown>>;

/** Reads one fact; what it reads may be unknown, absent or of a wrong type. */
export class InputReader {
  readonly #unknown = new Set<string>();
  readonly #unreadable = new Set<string>();

  constructor(readonly inputs: unknown) {}

  /** What was read, with what could not be. */
  seen<T extends object>(facts: T): SeenFacts<T> {
    return {
      facts,
      unknown: [...this.#unknown],
      // One of several inputs for a fact may be odd while another one holds it.
      unreadable: [...this.#unreadable].filter((fact) => !Object.hasOwn(facts, fact)),
    };
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
        if (value === undefined || value === null) return undefined;
        if (typeof value !== "object") return this.#typed(fact, value, isObject);
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

  /** The value if it is of its type; another one is noted: it is neither absent nor known. */
  #typed<T>(fact: string, value: unknown, isTyped: (value: unknown) => value is T): T | undefined {
    if (value === undefined || isTyped(value)) return value;
    this.#unreadable.add(fact);
    return undefined;
  }

  string(fact: string, path: readonly string[], from?: unknown): string | undefined {
    const text = this.#typed(fact, this.value(fact, path, from), isString);
    return text === "" ? undefined : text;
  }

  number(fact: string, path: readonly string[], from?: unknown): number | undefined {
    return this.#typed(fact, this.value(fact, path, from), isFiniteNumber);
  }

  boolean(fact: string, path: readonly string[], from?: unknown): boolean | undefined {
    return this.#typed(fact, this.value(fact, path, from), isBoolean);
  }

  /** Elements of a list, undefined where there is none; an unknown element is left out and noted. */
  list(fact: string, path: readonly string[], from?: unknown): readonly unknown[] | undefined {
    const value = this.array(fact, path, from);
    if (value === undefined) return undefined;
    const elements: unknown[] = [];
    for (let index = 0; index < value.length; index += 1) {
      const element = this.value(fact, [String(index)], value);
      if (element !== undefined) elements.push(element);
    }
    return elements;
  }

  /** A list as it is: reading an element may throw. */
  array(fact: string, path: readonly string[], from?: unknown): readonly unknown[] | undefined {
    return this.#typed(fact, this.value(fact, path, from), isArray);
  }

  strings(fact: string, path: readonly string[], from?: unknown): readonly string[] | undefined {
    return this.list(fact, path, from)?.flatMap((element) => this.#typed(fact, element, isString) ?? []);
  }

  /** A value whose absence means "none": `null` where it is certainly absent, undefined where it is not known. */
  optional(fact: string, path: readonly string[], from?: unknown): string | null | undefined {
    const value = this.string(fact, path, from);
    return value ?? (this.isOpen(fact) ? undefined : null);
  }

  /** The fact has a value that is not known yet, or of a wrong type: not one that the service takes by itself. */
  isOpen(fact: string): boolean {
    return this.#unknown.has(fact) || this.#unreadable.has(fact);
  }
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean";
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
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
