import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  evidenceName,
  manifestName,
  manifestOf,
  readHistory,
  verifyEvidence,
  type DrillEvidence,
} from "../../../operations/drill";
import { evidence } from "../../reports/drill/evidence-of";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "asr-history-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Writes evidence with its manifest. */
function write(name: string, document: DrillEvidence): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  const content = Buffer.from(JSON.stringify(document));
  writeFileSync(join(path, evidenceName), content);
  writeFileSync(
    join(path, manifestName),
    JSON.stringify(manifestOf(document.id, new Map([[evidenceName, content]]))),
  );
  return path;
}

const drillOf = (day: string, seconds: number | null, outcome: DrillEvidence["outcome"] = "passed") =>
  evidence({
    outcome,
    startedAt: `${day}T06:00:00.000Z`,
    endedAt: `${day}T07:00:00.000Z`,
    rto: { seconds, observedSeconds: null, targetSeconds: null, met: null },
  });

describe("the history of drills", () => {
  it("is by plan, oldest first, with the trend of those that were measured", () => {
    write("b", drillOf("2026-04-02", 400));
    write("deep/a", drillOf("2026-01-02", 300));
    write("c", drillOf("2026-07-02", null, "failed"));
    const [plan, ...others] = readHistory(folder).plans;
    expect(others).toEqual([]);
    expect(plan?.drills.map(({ evidence: { startedAt } }) => startedAt.slice(0, 10))).toEqual([
      "2026-01-02",
      "2026-04-02",
      "2026-07-02",
    ]);
    expect(plan).toMatchObject({
      rtoTrendSeconds: 100,
      rpoTrendSeconds: 0,
      lastPassedAt: "2026-04-02T07:00:00.000Z",
    });
  });

  it("keeps drills of the same machines together, whatever their order, apart from those of others", () => {
    const machines = (day: string, ...names: readonly string[]): DrillEvidence => {
      const { plan, ...rest } = drillOf(day, 300);
      const id = names.length === 1 ? `${plan.vaultId}/items/${names[0] ?? ""}` : plan.vaultId;
      const groups = [{ name: "", machines: [...names] }];
      return { ...rest, plan: { ...plan, kind: "machines", id, name: names.join(", "), groups } };
    };
    write("a", machines("2026-01-02", "web1", "db1"));
    write("b", machines("2026-04-02", "db1", "web1"));
    write("c", machines("2026-05-02", "web1"));
    expect(readHistory(folder).plans.map(({ drills }) => drills.length)).toEqual([2, 1]);
  });

  it("takes no proof from evidence that was changed", () => {
    appendFileSync(join(write("a", drillOf("2026-01-02", 300)), evidenceName), " ");
    expect(readHistory(folder).plans[0]).toMatchObject({
      lastPassedAt: null,
      drills: [{ isUnchanged: false }],
    });
  });

  it("names what looks like evidence and is none", () => {
    writeFileSync(join(write("a", drillOf("2026-01-02", 300)), evidenceName), "{}");
    expect(readHistory(folder)).toMatchObject({ plans: [], unreadable: [{ folder: join(folder, "a") }] });
  });

  it("does not take a link for a file", () => {
    const path = write("a", drillOf("2026-01-02", 300));
    writeFileSync(join(folder, "elsewhere.json"), JSON.stringify(drillOf("2026-01-02", 300)));
    rmSync(join(path, evidenceName));
    symlinkSync(join(folder, "elsewhere.json"), join(path, evidenceName));
    expect(verifyEvidence(path).changes).toEqual([{ file: evidenceName, change: "content" }]);
  });
});
