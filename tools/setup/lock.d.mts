/** Runs `work` while holding the lock file; waits for another owner, takes over from a dead one. */
export function withLock<T>(file: string, work: () => Promise<T>): Promise<T>;
