import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readEstate } from "../../../../estate/read";
import { rvtools4 } from "../../../fixtures/inventories/sheets";
import { fixture } from "../../fixture";
import type { Rows } from "../../workbook/build-workbook";
import { readNoted } from "../read-notes";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The tabs as RVTools writes them: one file each, in a folder of their own. */
function exported(
  tabs: Readonly<Record<string, Rows>>,
  separator = ",",
  name = (tab: string) => tab,
): string {
  const folder = mkdtempSync(join(tmpdir(), "asr-rvtools-"));
  folders.push(folder);
  for (const [tab, rows] of Object.entries(tabs)) {
    const width = Math.max(...rows.map((row) => row.length));
    const text = rows
      .map((row) =>
        Array.from({ length: width }, (_, index) => {
          const cell = String(row[index] ?? "");
          return /[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
        }).join(separator),
      )
      .join("\r\n");
    writeFileSync(join(folder, `${name(tab)}.csv`), `\ufeff${text}\r\n`);
  }
  return folder;
}

const usual = (tab: string): string => `RVTools_tab${tab}`;

describe("an RVTools export in delimited files", () => {
  it.each([",", ";"])("is the same estate as the workbook (separator %s)", async (separator) => {
    const { document } = await readNoted([exported(rvtools4, separator, usual)]);
    expect(document).toEqual((await readNoted([fixture("rvtools-4.xlsx")])).document);
  });

  it("is told by its columns, whatever the files are called", async () => {
    const { vInfo = [], vDisk = [], vPartition = [], vNetwork = [] } = rvtools4;
    const folder = exported({ vInfo, vDisk, vPartition, vNetwork }, ",", (tab) => `${tab.slice(1)} 2026-01`);
    const { machines } = await readNoted([folder]);
    expect(machines[0]).toMatchObject({
      name: "web01",
      disks: [{ sizeGiB: 40 }, { sizeGiB: 100 }],
      volumes: [{ mount: "/" }, { mount: "/data" }],
      nics: [{ network: "dmz" }],
    });
  });

  it("keeps the custom attributes of vCenter as tags", async () => {
    const { machines } = await readNoted([exported(rvtools4, ",", usual)]);
    expect(machines[0]).toMatchObject({ name: "web01", tags: { "Cost centre": "42" } });
    const attributes = ["Annotation", "Owner", "owner ", "Wave", " ", "Twice", "Twice", "Datacenter", "Site"];
    const vInfo = [
      ["VM", "Powerstate", "CPUs", "Memory", ...attributes],
      ["a", "poweredOn", 1, 1024, "note", "me", "you", "3", "blank", "1", "2", "DC1", "x"],
      ["b", "poweredOn", 1, 1024, "note", "", "", "", "", "", "", "DC1", "x"],
    ];
    const { machines: own } = await readNoted([exported({ vInfo }, ",", usual)]);
    expect(own.map(({ tags }) => tags)).toEqual([{ Owner: "me", owner: "you", Wave: "3" }, undefined]);
  });

  it("names file, row and column", async () => {
    const { messages } = await readNoted([exported(rvtools4, ",", usual)]);
    expect(messages).toContainEqual(
      expect.stringMatching(/RVTools_tabvDisk\.csv, row 6, column "VM": The row names "db01-renamed"/),
    );
  });

  it("leaves out tabs that nothing is judged by, and never echoes them", async () => {
    const licences: Rows = [
      ["Name", "Key"],
      ["vSphere", "SECRET-KEY"],
    ];
    const reading = await readNoted([
      exported({ vInfo: rvtools4["vInfo"] ?? [], vLicense: licences }, ",", usual),
    ]);
    expect(reading.machines).toHaveLength(5);
    expect(JSON.stringify(reading)).not.toContain("SECRET");
    expect(reading.messages).toContainEqual(expect.stringContaining("vLicense.csv: The file holds nothing"));
  });

  it("of a single tab has the machines that the tab names", async () => {
    const { machines, messages } = await readNoted([
      exported({ vDisk: rvtools4["vDisk"] ?? [] }, ",", usual),
    ]);
    expect(machines.find(({ id }) => id === "vm-101")).toMatchObject({
      name: "web01",
      kind: "vmware-vm",
      disks: [{ sizeGiB: 40 }, { sizeGiB: 100 }],
    });
    expect(messages).toContainEqual(
      expect.stringContaining("There is no vInfo: machines are those that vDisk"),
    );
  });

  it("takes a number that can be read in two ways for none", async () => {
    const vInfo: Rows = [
      ["VM", "Powerstate", "CPUs", "Memory"],
      ["a", "poweredOn", 2, "4.096"],
      ["b", "poweredOn", 2, "8192"],
    ];
    const { machines, messages } = await readNoted([exported({ vInfo }, ";", usual)]);
    expect(machines.map(({ memoryMiB }) => memoryMiB)).toEqual([undefined, 8192]);
    expect(messages).toContainEqual(
      expect.stringMatching(/row 2, column "Memory": "4\.096" is not a number/),
    );
  });

  it("twice in one folder is refused, naming both files", async () => {
    const { vInfo = [] } = rvtools4;
    const folder = exported({ first: vInfo, second: vInfo });
    await expect(readEstate([folder])).rejects.toThrow(
      /second\.csv: The file holds the same table as .*first\.csv/,
    );
  });
});
