/** With a decimal point, and perhaps commas between thousands. */
const numberPattern = /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;

/** `1,385` is 1385 to some and 1.385 to others: a guess could be wrong by a factor of a thousand. */
const ambiguousPattern = /^[+-]?\d{1,3},\d{3}$/;

/**
 * A number written with a decimal point; undefined for any other text, and for one that can be read in two
 * ways. Locale settings play no part.
 */
export function parseNumber(text: string): number | undefined {
  const trimmed = text.trim();
  if (!numberPattern.test(trimmed) || ambiguousPattern.test(trimmed)) return undefined;
  return Number(trimmed.replaceAll(",", ""));
}

const flags: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  "1": true,
  false: false,
  no: false,
  "0": false,
};

/** `True`, `FALSE`, `yes`, `0` …; undefined for any other text. */
export function parseFlag(text: string): boolean | undefined {
  const key = text.trim().toLowerCase();
  return Object.hasOwn(flags, key) ? flags[key] : undefined;
}
