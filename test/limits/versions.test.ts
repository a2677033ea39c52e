import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareVersions, isOfLine, parseVersion, type Version } from "../../limits/versions";

const version = fc.array(fc.nat({ max: 9999 }), { minLength: 1, maxLength: 5 });
/** Versions close to each other, where orders go wrong. */
const near = fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 4 });

describe("parseVersion", () => {
  it.each([
    ["9.24", [9, 24]],
    ["9.62.7172.1", [9, 62, 7172, 1]],
    [" 7 ", [7]],
    ["16.04", [16, 4]],
  ])("reads %j", (text, numbers) => {
    expect(parseVersion(text)).toEqual(numbers);
  });

  it.each(["", "2012 R2", "9.", ".9", "9..1", "latest", "-1", "1e3", null, undefined, 9.24, {}])(
    "takes %j for no version",
    (text) => {
      expect(parseVersion(text)).toBeUndefined();
    },
  );

  it("reads back what it is given", () => {
    fc.assert(
      fc.property(version, (numbers) => {
        expect(parseVersion(numbers.join("."))).toEqual(numbers);
      }),
    );
  });
});

describe("compareVersions", () => {
  it.each([
    ["9.10", "9.9", 1],
    ["5.11", "5.2", 1],
    ["6.10", "6.9", 1],
    ["7", "7.0", 0],
    ["9.24.5211.1", "9.24", 1],
  ])("%s against %s", (a, b, order) => {
    expect(compareVersions(parseVersion(a) ?? [], parseVersion(b) ?? [])).toBe(order);
  });

  it("is a total order", () => {
    fc.assert(
      fc.property(fc.oneof(near, version), fc.oneof(near, version), fc.oneof(near, version), (a, b, c) => {
        expect(compareVersions(a, a)).toBe(0);
        // Without the sign of zero, which toBe tells apart.
        expect(compareVersions(a, b) + compareVersions(b, a)).toBe(0);
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) {
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it("holds versions equal that differ by zeros at the end, and no others", () => {
    const trimmed = (numbers: Version): string => numbers.join(".").replace(/(\.0)+$/, "");
    fc.assert(
      fc.property(near, near, (a, b) => {
        expect(compareVersions(a, b) === 0).toBe(trimmed(a) === trimmed(b));
      }),
    );
  });
});

describe("isOfLine", () => {
  it("knows a version's own lines", () => {
    fc.assert(
      fc.property(version, fc.nat({ max: 5 }), (numbers, length) => {
        expect(isOfLine(numbers, numbers.slice(0, length))).toBe(true);
        expect(isOfLine(numbers, [...numbers, 1])).toBe(false);
      }),
    );
  });
});
