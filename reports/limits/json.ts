import type { CataloguedLimit } from "../../limits/catalogue";
import type { EditionComparison } from "../../limits/edition-comparison";
import type { Edition } from "../../limits/editions";

/** The `asr-limits/1` document. */
export function limitsJson(edition: Edition, limits: readonly CataloguedLimit[]): string {
  return text({ schema: "asr-limits/1", edition, limits: limits.map(entryOf) });
}

/** The `asr-limits-diff/1` document: every change with the entry of either edition, so with both citations. */
export function limitsDiffJson(from: Edition, to: Edition, comparison: EditionComparison): string {
  return text({
    schema: "asr-limits-diff/1",
    from,
    to,
    ...comparison,
    changes: comparison.changes.map((change) => ({
      kind: change.kind,
      id: change.id,
      scopes: change.scopes,
      from: change.kind === "added" ? null : entryOf(change.from),
      to: change.kind === "removed" ? null : entryOf(change.to),
    })),
  });
}

function entryOf(limit: CataloguedLimit) {
  const { edition: _edition, reason, note, ...entry } = limit;
  return { ...entry, note: note ?? null, reason: reason ?? null };
}

function text(document: unknown): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
