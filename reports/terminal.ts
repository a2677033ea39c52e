import { styleText } from "node:util";
import type { Severity } from "../limits/matrix/schema";
import type { Verdict } from "../limits/verdict";

type Styler = (text: string) => string;

/** How a terminal shows text. Reports get one instead of looking at the process, so tests need none. */
export interface Terminal {
  /** Columns. */
  readonly width: number;
  readonly strong: Styler;
  readonly faint: Styler;
  readonly verdict: (verdict: Verdict) => string;
  readonly severity: (severity: Severity) => string;
}

/** Width assumed where a stream has none, such as a pipe. */
const pipeWidth = 120;

const plain: Styler = (text) => text;

/** Text without any escape sequence. */
export function plainTerminal(width = pipeWidth): Terminal {
  return { width, strong: plain, faint: plain, verdict: plain, severity: plain };
}

/** The terminal behind a stream; colours only where it is one and `NO_COLOR` is unset. */
export function terminalOf(stream: NodeJS.WriteStream): Terminal {
  const style =
    (format: Parameters<typeof styleText>[0]): Styler =>
    (text) =>
      styleText(format, text, { stream });
  const verdictStyle: Readonly<Record<Verdict, Styler>> = {
    ready: style("green"),
    conditional: style("yellow"),
    unknown: style("magenta"),
    "not-ready": style("red"),
  };
  const severityStyle: Readonly<Record<Severity, Styler>> = {
    error: style("red"),
    warning: style("yellow"),
    info: style("gray"),
  };
  return {
    width: stream.isTTY ? stream.columns : pipeWidth,
    strong: style("bold"),
    faint: style("gray"),
    verdict: (verdict) => verdictStyle[verdict](verdict),
    severity: (severity) => severityStyle[severity](severity),
  };
}
