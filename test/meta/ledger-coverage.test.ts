import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { editions } from "../../limits/editions";
import { loadMatrix } from "../../limits/matrix/load";

/** The fact ledgers of the documents, where they are at hand: beside the checkout, or where ASR_REFERENCE says. */
const reference = process.env["ASR_REFERENCE"] ?? join(__dirname, "../../../shared");
const ledgers = join(reference, "ledger");

interface Row {
  readonly id: string;
  readonly area: string;
  readonly scenarios: readonly string[];
}

/** Scenarios of the ledgers that are one here, told apart by experience, VMM topology or storage replication. */
const scenariosHere: Readonly<Record<string, readonly string[]>> = {
  "vmware-to-azure-modernized": ["vmware-to-azure"],
  // The only name the ledger has for the classic experience, which held for physical servers as well.
  "vmware-to-azure-classic": ["vmware-to-azure", "physical-to-azure"],
  "hyperv-single-vmm-to-secondary": ["hyperv-vmm-to-secondary"],
  "hyperv-vmm-san-to-secondary": ["hyperv-vmm-to-secondary"],
};

/** Limits that hold beyond the scenarios their rows are filed under, and why. */
const heldWider = new Set([
  // Depends on what the configuration server runs on, not on what it replicates.
  "2019-05 configuration-server.nic-type: physical-to-azure",
]);

describe.skipIf(!existsSync(ledgers)).each(editions)("the ledger of %s", (edition) => {
  const rows = existsSync(ledgers)
    ? readFileSync(join(ledgers, `${edition}.jsonl`), "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as Row)
    : [];
  const limits = loadMatrix().filter((limit) => limit.edition === edition);
  const cited = limits.flatMap((limit) => limit.ledger);

  const areas = [...new Set(rows.map((row) => row.area))].sort();
  it.each(areas)("area %s: every row stands in exactly one limit", (area) => {
    const ids = rows.filter((row) => row.area === area).map((row) => row.id);
    const times = (id: string): number => cited.filter((other) => other === id).length;
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id) => times(id) === 0)).toEqual([]);
    expect(ids.filter((id) => times(id) > 1)).toEqual([]);
  });

  it("has every row that a limit cites", () => {
    const known = new Set(rows.map((row) => row.id));
    expect(cited.filter((id) => !known.has(id))).toEqual([]);
  });

  it("documents every limit for the scenarios of its rows", () => {
    const byId = new Map(rows.map((row) => [row.id, row]));
    const beyond = limits.flatMap((limit) => {
      if (limit.ledger.length === 0) return [];
      const documented = new Set(
        limit.ledger
          .flatMap((id) => byId.get(id)?.scenarios ?? [])
          .flatMap((name) => scenariosHere[name] ?? name),
      );
      return limit.scenarios
        .filter((scenario) => !documented.has(scenario))
        .map((scenario) => `${edition} ${limit.id}: ${scenario}`);
    });
    expect(beyond.filter((limit) => !heldWider.has(limit))).toEqual([]);
  });
});
