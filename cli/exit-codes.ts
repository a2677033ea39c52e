/** What the exit code of `asr` says; the same for every command. */
export const exitCodes = {
  /** The job is done and nothing stands against it. */
  fine: 0,
  /** A machine is not ready or unknown (see `--fail-on`), or a mandatory policy is violated. */
  findings: 1,
  /** Wrong usage or unreadable input. */
  usage: 2,
  /** A fault of ours. */
  fault: 3,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The lines about exit codes that every command's help ends with. */
export const exitCodesHelp = `
Exit codes:
  0  fine
  1  a machine is not-ready or unknown (--fail-on changes that), or a mandatory violation
  2  wrong usage or unreadable input: one line on stderr says what to do
  3  a fault of asr itself`;
