/** How something that was planned or deployed stands to what runs. */
export type DriftKind =
  /** Planned, and not there. */
  | "missing"
  /** There, and not planned. */
  | "extra"
  /** There, and other than planned. */
  | "different"
  /** Other than planned, by the service's own doing after protection was enabled: no drift. */
  | "changed-by-service";

export interface DriftEntry {
  readonly kind: DriftKind;
  /** `machine`, `recovery-plan`, `policy`, `network`, `vault` … */
  readonly what: string;
  readonly name: string;
  /** Property that differs; absent for a thing that is missing or extra as a whole. */
  readonly property?: string;
  readonly planned?: string;
  readonly actual?: string;
  /** For `changed-by-service`: why the service does so. */
  readonly reason?: string;
}

/** What differs between one description and the vault. */
export interface DriftReport {
  /** File or stack, as the user named it. */
  readonly against: string;
  readonly form: "landing-zone" | "stack";
  /** Properties and things that were compared. */
  readonly compared: number;
  readonly entries: readonly DriftEntry[];
  /** What could not be compared, because it could not be read. */
  readonly undecided: readonly string[];
}
