/** How often is looked whether the parent is still there. */
const everyMilliseconds = 500;

/**
 * A signal that is given when the process that started this one is gone: killed without a word, it cannot pass on its
 * own end, and a simulator nobody waits for would stay for ever.
 *
 * @param parentNow - id of the parent process as it is now; another one than at the start means that it is gone.
 */
export function orphaned(parentNow: () => number = () => process.ppid): {
  readonly signal: AbortSignal;
  readonly stopWatching: () => void;
} {
  const parent = parentNow();
  const gone = new AbortController();
  const timer = setInterval(() => {
    if (parentNow() === parent) return;
    clearInterval(timer);
    gone.abort();
  }, everyMilliseconds);
  // Watching alone keeps nothing alive.
  timer.unref();
  return {
    signal: gone.signal,
    stopWatching: () => {
      clearInterval(timer);
    },
  };
}
