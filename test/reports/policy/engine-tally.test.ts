import { describe, expect, it } from "vitest";
import { parseEngineEvent } from "../../../reports/policy/engine-events";
import { accountUrn, runEvents, tallyOf, violationOf } from "./events-of";

describe("what is counted of a run", () => {
  it("counts the update, not the preview before it, and each violation once", () => {
    const tally = tallyOf([
      ...runEvents([violationOf()], { isPreview: true }),
      ...runEvents([violationOf()], { isPreview: false }),
    ]);
    expect([...tally.created]).toEqual([
      [accountUrn, { type: "azure-native:storage:StorageAccount", custom: true }],
    ]);
    expect(tally.answers).toEqual([
      { pack: "azure-siterecovery", policy: "settings", passed: 1, failed: 0 },
      { pack: "azure-siterecovery", policy: "vault-region", passed: 1, failed: 0 },
      { pack: "azure-siterecovery", policy: "replication-storage-kind", passed: 0, failed: 1 },
    ]);
    expect(tally.violations).toHaveLength(1);
    expect([...tally.packs]).toEqual(["azure-siterecovery"]);
    expect(tally.result).toBe("succeeded");
  });

  it("has no result before the run ended", () => {
    const events = runEvents([]);
    expect(tallyOf(events.slice(0, -1)).result).toBeUndefined();
    expect(tallyOf([...events, { preludeEvent: {} }]).result).toBeUndefined();
  });

  it("takes lines that are no events for none", () => {
    expect(parseEngineEvent("Previewing update (dev):")).toBeUndefined();
    expect(parseEngineEvent("{")).toBeUndefined();
    expect(parseEngineEvent('{"sequence":0,"preludeEvent":{"config":{}}}')).toMatchObject({
      preludeEvent: {},
    });
  });
});
