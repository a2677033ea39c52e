import type { Plan } from "../../estate/plan";

/** Elements of one write. */
const elementsPerChunk = 500;

/**
 * The plan as JSON, a line for every element of its lists: the text of a large plan as a whole would be longer
 * than a string can be.
 */
export function* planJsonChunks(plan: Plan): Generator<string> {
  let before = "{\n";
  for (const [key, value] of Object.entries(plan) as [string, unknown][]) {
    if (value === undefined) continue;
    yield `${before}  ${JSON.stringify(key)}: `;
    before = ",\n";
    if (Array.isArray(value) && value.length > 0) yield* arrayChunks(value);
    else yield JSON.stringify(value);
  }
  yield "\n}\n";
}

function* arrayChunks(items: readonly unknown[]): Generator<string> {
  for (let start = 0; start < items.length; start += elementsPerChunk) {
    const lines = items.slice(start, start + elementsPerChunk).map((item) => `    ${JSON.stringify(item)}`);
    yield `${start === 0 ? "[\n" : ",\n"}${lines.join(",\n")}`;
  }
  yield "\n  ]";
}
