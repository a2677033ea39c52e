/** How a program ended, and the end of what it said. */
export interface Captured {
  /** Null where it was ended early. */
  readonly code: number | null;
  readonly output: string;
}

/** Runs a program to its end. */
export function capture(
  command: string,
  args: readonly string[],
  options?: {
    readonly timeoutMs?: number;
    readonly cwd?: string;
    readonly env?: NodeJS.ProcessEnv;
    readonly onOutput?: (text: string, stop: () => void) => void;
  },
): Promise<Captured>;
