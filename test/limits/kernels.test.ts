import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareKernels, isInRange, kernelRange, parseKernel, type Kernel } from "../../limits/kernels";

const number = fc.nat({ max: 3 });
const flavours = ["generic", "azure", "amd64", "cloud-amd64", "default"];
const release = fc
  .record({
    base: fc.tuple(number, number, number),
    series: fc.constantFrom("", "0.bpo.", "0.deb10."),
    build: fc.array(number, { minLength: 1, maxLength: 3 }),
    flavour: fc.constantFrom(...flavours),
  })
  .map(({ base, series, build, flavour }) => `${base.join(".")}-${series}${build.join(".")}-${flavour}`);

function kernel(text: string): Kernel {
  const parsed = parseKernel(text);
  if (parsed === undefined) throw new Error(`"${text}" is no kernel`);
  return parsed;
}

describe("parseKernel", () => {
  it.each([
    ["4.15.0-1040-azure", [4, 15, 0], [1040], "", "azure"],
    ["3.16.0-0.bpo.4-amd64", [3, 16, 0], [0, 4], "bpo", "amd64"],
    ["4.19.0-0.bpo.19-cloud-amd64", [4, 19, 0], [0, 19], "bpo", "cloud-amd64"],
    ["3.12.74-60.64.40-default", [3, 12, 74], [60, 64, 40], "", "default"],
    ["5.14.0-427.13.1.el9_4.x86_64", [5, 14, 0], [427, 13, 1], "el9_4", ""],
    ["4.14.35-1902.300.11.el7uek.x86_64", [4, 14, 35], [1902, 300, 11], "el7uek", ""],
    ["6.12.43+deb13-amd64", [6, 12, 43], [], "deb13", "amd64"],
    ["2.6.18", [2, 6, 18], [], "", ""],
  ])("reads %s", (text, base, build, series, flavour) => {
    expect(parseKernel(text)).toMatchObject({ base, build, series, flavour });
  });

  it.each(["", "generic", "v4.15", null, undefined, 4.15, []])("takes %j for no kernel", (text) => {
    expect(parseKernel(text)).toBeUndefined();
  });

  it("drops the architecture, which not every distribution prints", () => {
    expect(parseKernel("5.14.0-70.13.1.el9_0.x86_64")?.text).toBe("5.14.0-70.13.1.el9_0");
  });
});

describe("compareKernels", () => {
  it("is a total order", () => {
    fc.assert(
      fc.property(release, release, release, (first, second, third) => {
        const [a, b, c] = [kernel(first), kernel(second), kernel(third)];
        expect(compareKernels(a, a)).toBe(0);
        expect(compareKernels(a, b) + compareKernels(b, a)).toBe(0);
        if (compareKernels(a, b) <= 0 && compareKernels(b, c) <= 0) {
          expect(compareKernels(a, c)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});

describe("isInRange", () => {
  const range = kernelRange("3.12.49-11-default to 3.12.74-60.64.40-default");

  it.each([
    ["3.12.49-11-default", true],
    ["3.12.74-60.64.40-default", true],
    ["3.12.62-60.62-default", true],
    ["3.12.49-10-default", false],
    ["3.12.74-60.64.41-default", false],
    ["3.12.62-60.62-azure", false],
  ])("%s: %s", (text, inside) => {
    expect(isInRange(kernel(text), range)).toBe(inside);
  });

  it("holds both ends and nothing of another flavour", () => {
    fc.assert(
      fc.property(release, release, release, (first, second, other) => {
        const [from, to] = [kernel(first), kernel(second)].toSorted(compareKernels) as [Kernel, Kernel];
        fc.pre(from.flavour === to.flavour && from.series === to.series);
        expect(isInRange(from, { from, to })).toBe(true);
        expect(isInRange(to, { from, to })).toBe(true);
        if (kernel(other).flavour !== from.flavour)
          expect(isInRange(kernel(other), { from, to })).toBe(false);
      }),
    );
  });

  it.each(["x to y", "4.4.0-21-generic to 4.4.0-20-generic", "4.4.0-21-generic to 4.4.0-30-azure"])(
    "refuses the range %j",
    (text) => {
      expect(() => kernelRange(text)).toThrow(TypeError);
    },
  );
});
