import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { decimalSignOf, parseNumber, type DecimalSign } from "../../estate/cell-text";

describe("a number in a cell", () => {
  it.each<[string, DecimalSign, number | undefined]>([
    ["12", "unclear", 12],
    ["12.5", "unclear", 12.5],
    ["12,5", "unclear", 12.5],
    ["0,385", "unclear", 0.385],
    ["1.385", "point", 1.385],
    ["1.385", "comma", 1385],
    ["1.385", "unclear", undefined],
    ["1,385", "point", undefined],
    ["1,385", "comma", 1.385],
    ["1,385", "unclear", undefined],
    ["1,234.5", "unclear", 1234.5],
    ["1.234,5", "unclear", 1234.5],
    ["1 234,5", "unclear", 1234.5],
    ["1\u202f234", "point", 1234],
    ["1'234.5", "point", 1234.5],
    ["1.234.567", "point", 1234567],
    ["1,234,567", "comma", 1234567],
    ["12345.678", "comma", 12345.678],
    ["1,234,5", "point", undefined],
    ["1.2.3", "point", undefined],
    ["12,34,567", "point", undefined],
    ["1e3", "point", undefined],
    ["0x10", "point", undefined],
    ["Infinity", "point", undefined],
    ["", "point", undefined],
    ["12 GB", "point", undefined],
  ])("%j where fractions have a %s is %s", (text, sign, value) => {
    expect(parseNumber(text, sign)).toBe(value);
  });

  test.prop([fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 999 })])(
    "written by a German or an English program is the same number",
    (whole, thousandths) => {
      const value = Number(`${whole}.${String(thousandths).padStart(3, "0")}`);
      const options: Intl.NumberFormatOptions = { minimumFractionDigits: 3, useGrouping: false };
      expect(parseNumber(value.toLocaleString("de", options), "comma")).toBe(value);
      expect(parseNumber(value.toLocaleString("en", options), "point")).toBe(value);
    },
  );

  test.prop([fc.string()])("is never guessed: what is read differently by others is none", (text) => {
    const unclear = parseNumber(text, "unclear");
    if (unclear === undefined) return;
    expect(parseNumber(text, "point")).toBe(unclear);
    expect(parseNumber(text, "comma")).toBe(unclear);
  });

  it("tells how a table writes fractions", () => {
    expect(["12,5", "12.5", "1.385", "1,385", "12", "a,b", "0.385"].map(decimalSignOf)).toEqual([
      "comma",
      "point",
      undefined,
      undefined,
      undefined,
      undefined,
      "point",
    ]);
  });
});
