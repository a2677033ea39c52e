import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { assess } from "../../estate/assess";
import { readEstate } from "../../estate/read";
import { referenceAbsent, referenceInventory } from "./reference";

/** What another program counted in a file; `refused`: what the reader says instead. */
type Expected =
  | { readonly machines: number; readonly disks?: number; readonly off?: number; readonly uefi?: number }
  | { readonly refused: RegExp };

const published: Readonly<Record<string, Expected>> = {
  // 805 rows of vInfo less 10 templates, which are not machines to protect.
  "rvtools-ibm-samples/SizingWorkshop-RVTools.xlsx": { machines: 795 },
  "rvtools-ibm-samples/rvtools-small-complete.xlsx": { machines: 3, disks: 5, uefi: 1 },
  "azure-migrate-assessment-export/As is PAYG.xlsx": { machines: 547, disks: 1385, uefi: 1 },
  "azure-migrate-assessment-export/Perf PAYG.xlsx": { machines: 547, disks: 1385, uefi: 1 },
  "azure-migrate-export-report/AzureMigrate_Discovery_Report.xlsx": { machines: 294, off: 44, uefi: 41 },
  "azure-migrate-import-csv/AzureMigrateimport-01.csv": { machines: 3, disks: 3 },
  "azure-migrate-dependency-export/dependency-export-sample.csv": {
    refused: /tells who talks to whom, but lists no machine. Give it together with an inventory/,
  },
  // Placeholders such as <source_machine_name_1>.
  "asr-at-scale-csv/dr-at-scale-input_template.csv": { machines: 2 },
  "asr-at-scale-csv/migrate-at-scale-input_template.csv": { machines: 2 },
  "encrypted-workbook/AzureMigrate_Discovery_Report.encrypted.xlsx": {
    refused: /is encrypted.*save an unprotected copy/,
  },
};

describe.skipIf(referenceAbsent !== undefined)(`every published inventory ${referenceAbsent ?? ""}`, () => {
  it("is in the table below, and is the file that was counted", () => {
    const found = readdirSync(referenceInventory(""), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith(".md"))
      .map(({ parentPath, name }) => `${parentPath.slice(referenceInventory("").length)}/${name}`)
      .map((path) => path.replaceAll("\\", "/").replace(/^\/+/, ""));
    expect(found.sort()).toEqual(Object.keys(published).sort());
    const sources = readFileSync(referenceInventory("SOURCES.md"), "utf8");
    for (const file of found) {
      const digest = createHash("sha256")
        .update(readFileSync(referenceInventory(file)))
        .digest("hex");
      expect(sources).toContain(`${digest}  ${file}`);
    }
  });

  it.each(Object.entries(published))("%s", async (name, expected) => {
    const reading = readEstate([referenceInventory(name)]);
    if ("refused" in expected) {
      await expect(reading).rejects.toThrow(expected.refused);
      return;
    }
    const { document } = await reading;
    const { machines, unattributedDisks = [] } = document;
    const count = (matches: (machine: (typeof machines)[number]) => boolean): number =>
      machines.filter(matches).length;
    const disks = [...machines, ...unattributedDisks].flatMap((owner) => owner.disks ?? []).length;
    expect({
      machines: machines.length,
      ...(expected.disks === undefined ? {} : { disks }),
      ...(expected.off === undefined ? {} : { off: count(({ powerState }) => powerState === "off") }),
      ...(expected.uefi === undefined ? {} : { uefi: count(({ firmware }) => firmware === "uefi") }),
    }).toEqual(expected);
    // Every machine has a verdict; what an edition does not say is refused, not skipped.
    const { summary } = assess(
      { ...document, scenario: document.scenario ?? "vmware-to-azure" },
      { edition: "current", asOf: "2026-11-23" },
    );
    const { ready, conditional, notReady, unknown } = summary;
    expect(ready + conditional + notReady + unknown).toBe(machines.length);
    expect(machines.every(({ origin }) => origin === undefined || (origin.row ?? 0) > 1)).toBe(true);
  });

  it("SizingWorkshop: power, processors, memory and adapters as they were counted", async () => {
    const { document } = await readEstate([
      referenceInventory("rvtools-ibm-samples/SizingWorkshop-RVTools.xlsx"),
    ]);
    const { machines } = document;
    const adapters = machines.map(({ nics }) => nics?.length);
    // vInfo counts two adapters on 36 machines and three on 2; vNetwork lists one of every machine.
    expect([1, 2, 3].map((count) => adapters.filter((each) => each === count).length)).toEqual([
      795 - 36 - 2,
      36,
      2,
    ]);
    expect(machines.filter(({ name }) => name.length > 15)).toHaveLength(10);
    const products = ["Windows", "Solaris"].map(
      (product) => machines.filter(({ os }) => os?.name === product).length,
    );
    // Windows XP and 7; Solaris 10.
    expect(products[0]).toBeGreaterThanOrEqual(3 + 8);
    expect(new Set(machines.map(({ powerState }) => powerState))).toEqual(new Set(["on", "off"]));
  });

  it("discovery and dependencies join: 294 machines, connections kept", async () => {
    const { document } = await readEstate([
      referenceInventory("azure-migrate-export-report/AzureMigrate_Discovery_Report.xlsx"),
      referenceInventory("azure-migrate-dependency-export/dependency-export-sample.csv"),
    ]);
    expect(document.machines).toHaveLength(294);
    expect(document.dependencies?.length).toBeGreaterThan(0);
  });
});
