import type { VaultCheck } from "../../operations/check/vault-check";

/** The `asr-check/1` document, one machine a line. */
export function* jsonChunks(check: VaultCheck): Generator<string> {
  yield "{";
  for (const [index, [key, value]] of Object.entries(check).entries()) {
    yield `${index === 0 ? "" : ","}\n${JSON.stringify(key)}:`;
    if (key === "machines") yield* lines(check.machines);
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
