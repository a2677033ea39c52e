import type { DrillClock } from "./drill-environment";

export interface CleanupOptions {
  readonly clock: DrillClock;
  readonly pollSeconds: number;
  readonly timeoutMinutes: number;
  readonly notes: string;
  readonly onProgress: (line: string) => void;
  /** A job of the test failover that is still under way is cancelled at once; default: waited for. */
  readonly cancelRunning?: boolean;
}
