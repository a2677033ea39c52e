import type { Assessment } from "../../estate/assessment";

/** The `asr-assessment/1` document, one machine a line: quick to write, and fit for a line-wise comparison. */
export function* jsonChunks(assessment: Assessment): Generator<string> {
  const entries = Object.entries(assessment).filter(([, value]) => value !== undefined);
  yield "{";
  for (const [index, [key, value]] of entries.entries()) {
    yield `${index === 0 ? "" : ","}\n${JSON.stringify(key)}:`;
    if (key === "machines") yield* lines(assessment.machines);
    else yield JSON.stringify(value);
  }
  yield "\n}\n";
}

function* lines(items: readonly unknown[]): Generator<string> {
  if (items.length === 0) {
    yield "[]";
    return;
  }
  for (const [index, item] of items.entries()) yield `${index === 0 ? "[\n" : ",\n"}${JSON.stringify(item)}`;
  yield "\n]";
}
