/** What one attempt of a probe came to. */
export interface Attempt {
  readonly passed: boolean;
  /** One line. */
  readonly answer: string;
}

/** Text of a foreign program or machine as one line that fits into a report. */
export function answerLine(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}
