import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import {
  achievableRpo,
  recoveryPointAges,
  shareMet,
  smallestBandwidth,
  violationsOf,
} from "../../../estate/planning/rpo";

const intervals = fc.record({
  rates: fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { minLength: 1, maxLength: 80 }),
  secondsPerInterval: fc.constantFrom(60, 300, 900),
});
const rpoSeconds = fc.integer({ min: 60, max: 7200 });
const share = fc.constantFrom(1, 0.9, 0.5);

describe("the age of the recovery point", () => {
  it("is what waits divided by the bandwidth", () => {
    // 10 MB/s over 5 MB/s for 60 s leave 300 MB: 60 s. Then 5 MB/s just keep it, and nothing drains it all.
    const ages = recoveryPointAges({ rates: [10, 5, 0, 0], secondsPerInterval: 60 }, 5);
    expect(ages).toEqual([60, 60, 0, 0]);
  });

  test.prop([
    intervals,
    fc.double({ min: 0.01, max: 300, noNaN: true }),
    fc.double({ min: 0, max: 100, noNaN: true }),
  ])("never grows with the bandwidth", (series, bandwidth, more) => {
    const before = recoveryPointAges(series, bandwidth);
    recoveryPointAges(series, bandwidth + more).forEach((age, index) => {
      expect(age).toBeLessThanOrEqual((before[index] ?? 0) * (1 + 1e-9));
    });
  });
});

describe("the smallest bandwidth", () => {
  test.prop([intervals, rpoSeconds, share])("is enough, and a little less is not", (series, rpo, least) => {
    const bandwidth = smallestBandwidth(series, rpo, least);
    expect(shareMet(series, bandwidth, rpo)).toBeGreaterThanOrEqual(least);
    if (bandwidth > 1e-3) expect(shareMet(series, bandwidth * 0.999, rpo)).toBeLessThan(least);
  });

  test.prop([intervals, rpoSeconds])(
    "is less for fewer intervals and for a longer objective",
    (series, rpo) => {
      const always = smallestBandwidth(series, rpo, 1);
      expect(smallestBandwidth(series, rpo, 0.9)).toBeLessThanOrEqual(always);
      expect(smallestBandwidth(series, rpo * 2, 1)).toBeLessThanOrEqual(always * (1 + 1e-9));
      expect(always).toBeLessThanOrEqual(Math.max(...series.rates));
    },
  );

  it("of a month of minutes is found", () => {
    const rates = Array.from({ length: 43_200 }, (_, minute) => (minute % 60 < 10 ? 12 : 1));
    const bandwidth = smallestBandwidth({ rates, secondsPerInterval: 60 }, 900, 1);
    // 7,200 MB of ten minutes in 600 s + 900 s of objective.
    expect(bandwidth).toBeCloseTo(7200 / 1500, 6);
  });
});

describe("the achievable objective", () => {
  test.prop([intervals, rpoSeconds, share])(
    "is the inverse of the smallest bandwidth",
    (series, rpo, least) => {
      const bandwidth = smallestBandwidth(series, rpo, least);
      expect(achievableRpo(series, bandwidth, least)).toBeLessThanOrEqual(rpo * (1 + 1e-9));
    },
  );

  it("counts runs of missed intervals once", () => {
    const seen = violationsOf({ rates: [10, 10, 0, 0, 0, 10], secondsPerInterval: 60 }, 5, 30);
    expect(seen).toEqual({ runs: 2, intervals: 4, oldestSeconds: 120 });
  });
});
