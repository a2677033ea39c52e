/** Edits (insert, drop, change a letter) that lead from one word to another, without case. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const change = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}

function ranked(word: string, candidates: readonly string[]) {
  return candidates
    .map((candidate) => ({ candidate, edits: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits);
}

/** Edits that a slip of the keyboard explains: the more, the longer the word. */
function mostEdits(word: string): number {
  return Math.max(1, Math.floor(word.length / 3));
}

/** The word that was probably meant; undefined when none is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const [best] = ranked(word, candidates);
  return best !== undefined && best.edits <= mostEdits(word) ? best.candidate : undefined;
}

/** The words that come nearest, the best first, however far they are. */
export function nearestOf(word: string, candidates: readonly string[], count: number): readonly string[] {
  return ranked(word, candidates)
    .slice(0, count)
    .map(({ candidate }) => candidate);
}
