/** One thing that this machine has or lacks. */
export interface DoctorFinding {
  readonly name: string;
  /** "absent" is something that nothing here needs now. */
  readonly state: "ok" | "missing" | "absent";
  readonly detail: string;
  /** What to do about it; only where it is missing. */
  readonly remedy?: string;
}

export function diagnose(): Promise<readonly DoctorFinding[]>;
/** Lines for people. */
export function render(findings: readonly DoctorFinding[]): string;
/** Whether everything is there that commands need. */
export function isHealthy(findings: readonly DoctorFinding[]): boolean;
