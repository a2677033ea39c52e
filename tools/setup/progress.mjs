// Progress on stderr, so that stdout stays the command's own: a line when a step begins to take long, one when it ends.
const started = performance.now();
let worked = false;

export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Runs a step that has work to do, with its elapsed time; a line every half minute tells that it still works. `outcome`
 * may say from the result how it ended.
 */
export async function step(title, work, outcome = () => "done") {
  worked = true;
  const begin = performance.now();
  say(`• ${title} …`);
  const timer = setInterval(() => say(`  still at it after ${seconds(performance.now() - begin)}`), 30_000);
  try {
    const result = await work();
    say(`  ${outcome(result)} in ${seconds(performance.now() - begin)}`);
    return result;
  } catch (error) {
    say(`  failed after ${seconds(performance.now() - begin)}`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/** The closing line, only when there was something to do. */
export function total() {
  if (worked) say(`Set-up took ${seconds(performance.now() - started)} in all.`);
}
