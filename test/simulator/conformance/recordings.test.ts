import { describe, expect, it } from "vitest";
import { rawAzure } from "../raw-client";
import { recordingPlans } from "./recording-plans";
import { knownDifferences } from "./known-differences";
import { missingReference, readRecording, recordingNames } from "./reference";
import { replay } from "./replay";

const names = missingReference === undefined ? recordingNames() : [];

describe.skipIf(missingReference !== undefined)("recordings of the real service", () => {
  it("are all replayed", () => {
    expect(names).toEqual(Object.keys(recordingPlans).sort());
  });

  it.each(names)("%s is answered as recorded", async (name) => {
    const plan = recordingPlans[name];
    if (!plan) throw new Error(`${name} has no plan.`);
    const azure = await rawAzure({ seed: plan.seed(), secondsPerPoll: 0, retryAfterInSeconds: "service" });
    try {
      const found = await replay(azure, readRecording(name), plan);
      const known = knownDifferences[name] ?? [];
      const unknown = found.filter(
        ({ exchange, what }) => !known.some((each) => `${exchange} ${what}`.startsWith(`${each.at}: `)),
      );
      expect(unknown).toEqual([]);
      // A difference that is gone has to leave the list too.
      const gone = known.filter(
        (each) => !found.some(({ exchange, what }) => `${exchange} ${what}`.startsWith(`${each.at}: `)),
      );
      expect(gone).toEqual([]);
    } finally {
      await azure.close();
    }
  });
});
