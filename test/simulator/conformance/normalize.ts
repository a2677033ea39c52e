const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const time = /\d{4}-\d{2}-\d{2}T\d{2}(:|%3A)\d{2}(:|%3A)\d{2}(\.\d+)?Z/g;

/** Replaces what differs from one run to the next, and only that: hosts, ids of operations, times, signatures. */
export function normalize(value: unknown): unknown {
  if (typeof value === "string") return normalizeText(value);
  if (Array.isArray(value)) return value.map(normalize);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [normalizeText(key), normalize(inner)]),
  );
}

/** {@link normalize} for one text. */
export function normalizeText(text: string): string {
  return text
    .replace(/https:\/\/(management\.azure\.com|127\.0\.0\.1:\d+)/g, "https://HOST")
    .replace(guid, "GUID")
    .replace(time, "TIME")
    .replace(/operationStatus\/[\w+/=-]+/gi, "operationStatus/TOKEN")
    .replace(/^MjA0[\w+/=]{40,}$/, "TOKEN")
    .replace(/&[tcsh]=[^&]*/g, "");
}

/** The paths at which two normalized values differ, as `a.b[0]: expected → actual`. */
export function differences(expected: unknown, actual: unknown, path = ""): readonly string[] {
  if (isTree(expected) && isTree(actual) && Array.isArray(expected) === Array.isArray(actual)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
    return [...keys].flatMap((key) => {
      const inner = Array.isArray(expected) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`;
      return differences(expected[key], actual[key], inner);
    });
  }
  if (Object.is(expected, actual)) return [];
  return [`${path}: ${shown(expected)} → ${shown(actual)}`];
}

function shown(value: unknown): string {
  return value === undefined ? "absent" : JSON.stringify(value);
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
