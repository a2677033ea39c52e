/** Deeper than any input of Azure; what lies below is kept as it came. */
const deepest = 32;

/** Stands for a value that arises only during the deployment; adapters know it by the mark of an Output. */
const notKnownYet = { __pulumiOutput: true } as const;

/**
 * The inputs of a resource as plain data. @pulumi/policy hands them out behind proxies that throw at every value
 * not known yet; rules read inputs many times, and copying them once, while the program still runs, costs less than
 * the first of those readings.
 */
export function plainInputs(inputs: object): object {
  return plain(inputs, 0) as object;
}

function plain(value: unknown, depth: number): unknown {
  if (typeof value !== "object" || value === null || depth > deepest) return value;
  if (Array.isArray(value)) return Array.from(value.keys(), (index) => part(value, index, depth));
  return Object.fromEntries(Object.keys(value).map((key) => [key, part(value, key, depth)]));
}

function part(value: object, key: string | number, depth: number): unknown {
  try {
    return plain((value as Readonly<Record<string | number, unknown>>)[key], depth + 1);
  } catch (error) {
    // By the name of its class, because a process may hold several copies of @pulumi/policy.
    if (error instanceof Error && error.constructor.name === "UnknownValueError") return notKnownYet;
    throw error;
  }
}
