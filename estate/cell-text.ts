/**
 * How a table writes fractions. `unclear`: some cells say one, some the other, or none tells; texts that can be
 * read in two ways are then no numbers.
 */
export type DecimalSign = "point" | "comma" | "unclear";

/** Groups of three digits between one kind of separator: comma, point, apostrophe or a blank of any width. */
const grouped = String.raw`\d{1,3}(?:(?<group>[,.'’\u0020\u00a0\u202f])\d{3})(?:\k<group>\d{3})*`;
const numberPattern = new RegExp(String.raw`^[+-]?(?:\d+|${grouped})(?:(?<sign>[.,])\d+)?$`);

/** `1,385` is 1385 to some and 1.385 to others: a guess could be wrong by a factor of a thousand. */
const ambiguousPattern = /^[+-]?[1-9]\d{0,2}([.,])\d{3}$/;

/**
 * A number; undefined for any other text, and for one that can be read in two ways. Locale settings of this
 * machine play no part.
 *
 * @param decimalSign how the table writes fractions, where that is known
 */
export function parseNumber(text: string, decimalSign: DecimalSign = "point"): number | undefined {
  const trimmed = text.trim();
  const ambiguous = ambiguousPattern.exec(trimmed);
  if (ambiguous !== null) {
    const [, separator] = ambiguous;
    if (decimalSign === "comma") {
      return Number(separator === "," ? trimmed.replace(",", ".") : trimmed.replace(".", ""));
    }
    // Programs that write points write no commas between thousands; spreadsheet programs do, when told to.
    return decimalSign === "point" && separator === "." ? Number(trimmed) : undefined;
  }
  const match = numberPattern.exec(trimmed);
  if (match === null) return undefined;
  const { group, sign } = match.groups ?? {};
  if (group !== undefined && group === sign) return undefined;
  const digits = group === undefined ? trimmed : trimmed.replaceAll(group, "");
  return Number(sign === undefined ? digits : digits.replace(sign, "."));
}

/** What a cell tells about how its table writes fractions; undefined where it tells nothing. */
export function decimalSignOf(text: string): "point" | "comma" | undefined {
  const match = /^[+-]?(?:0|\d+)([.,])(\d+)$/.exec(text.trim());
  if (match === null || ambiguousPattern.test(text.trim())) return undefined;
  return match[1] === "." ? "point" : "comma";
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
