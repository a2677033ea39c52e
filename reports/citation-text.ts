import type { Citation } from "../limits/matrix/schema";

/** `Support matrix for … (2019-05-10), Azure VM requirements`. */
export function citationText(source: Citation): string {
  return `${source.document} (${source.date}), ${source.section}`;
}
