import { describe, expect, it } from "vitest";
import { assess } from "../../../../estate/assess";
import { referenceAbsent, referenceInventory } from "../../reference";
import { temporaryFolder } from "../../temporary-folder";
import { buildWorkbook, type CellValue } from "../../workbook/build-workbook";
import { readNoted } from "../read-notes";

const write = temporaryFolder();

const header =
  "Machine Name|Operating System|Cores|Memory (in MB)|Total Disks|IP Addresses|MAC Addresses|Total Network Adapters|Boot Type|Power Stats|Machine ID".split(
    "|",
  );
const id = (sites: string, name: string): string =>
  `/subscriptions/s/resourcegroups/g/providers/microsoft.offazure/${sites}/site/machines/${name}`;

const read = (...rows: CellValue[][]) =>
  readNoted([
    write("report.xlsx", buildWorkbook({ Properties: [["Tenant ID"]], Discovery_Report: [header, ...rows] })),
  ]);

describe("Azure Migrate discovery report", () => {
  it("counts disks and adapters; the kind of site tells the kind of machine", async () => {
    const { machines } = await read(
      [
        "a",
        "Ubuntu 20.04",
        2,
        4096,
        2,
        "[10.0.0.1,fe80::1];[];",
        "[00:50];[00:51];",
        2,
        "EFI",
        "ON",
        id("vmwaresites", "a"),
      ],
      [
        "b",
        "Microsoft Windows Server 2019",
        4,
        8192,
        1,
        "[];",
        "[00:52];",
        1,
        "BIOS",
        "OFF",
        id("hypervsites", "b"),
      ],
      ["c", null, -1, -1, -1, null, null, -1, null, null, id("serversites", "c")],
    );
    expect(machines).toEqual([
      {
        name: "a",
        id: id("vmwaresites", "a"),
        kind: "vmware-vm",
        os: { family: "linux", name: "Ubuntu", version: "20.04" },
        firmware: "uefi",
        cpuCores: 2,
        memoryMiB: 4096,
        disks: [{}, {}],
        nics: [{ macAddress: "00:50", ipv4: ["10.0.0.1"], ipv6: ["fe80::1"] }, { macAddress: "00:51" }],
        powerState: "on",
      },
      {
        name: "b",
        id: id("hypervsites", "b"),
        kind: "hyperv-vm",
        os: { family: "windows", name: "Windows Server", version: "2019" },
        firmware: "bios",
        cpuCores: 4,
        memoryMiB: 8192,
        disks: [{ os: true }],
        nics: [{ macAddress: "00:52" }],
        powerState: "off",
      },
      { name: "c", id: id("serversites", "c"), kind: "physical" },
    ]);
  });

  describe.skipIf(referenceAbsent !== undefined)(
    `the published report ${referenceAbsent ?? ""}`,
    async () => {
      const { document, machines } = await (referenceAbsent === undefined
        ? readNoted([referenceInventory("azure-migrate-export-report/AzureMigrate_Discovery_Report.xlsx")])
        : read(["a", null, 1, 1, 1, null, null, 1, null, null, null]));

      it("has 294 machines", () => {
        const count = (matches: (machine: (typeof machines)[number]) => boolean): number =>
          machines.filter(matches).length;
        expect(machines).toHaveLength(294);
        expect([count((m) => m.firmware === "bios"), count((m) => m.firmware === "uefi")]).toEqual([253, 41]);
        expect([count((m) => m.powerState === "on"), count((m) => m.powerState === "off")]).toEqual([
          250, 44,
        ]);
        expect([count((m) => m.nics?.length === 1), count((m) => m.nics?.length === 2)]).toEqual([292, 2]);
        expect(
          count((m) => m.nics?.every(({ ipv4, ipv6 }) => ipv4 === undefined && ipv6 === undefined) === true),
        ).toBe(53);
        expect(Math.max(...machines.map(({ disks }) => disks?.length ?? 0))).toBe(17);
        expect(Math.max(...machines.map(({ cpuCores }) => cpuCores ?? 0))).toBe(16);
        expect(Math.max(...machines.map(({ memoryMiB }) => memoryMiB ?? 0))).toBe(65536);
        expect(count((m) => m.kind === "vmware-vm")).toBe(294);
      });

      it("decides nothing about sizes of disks, and calls no machine ready", () => {
        const { summary, machines: assessed } = assess(document, { asOf: "2026-01-01" });
        expect(summary.ready).toBe(0);
        expect(
          assessed.every(({ decisiveFactsMissing }) => decisiveFactsMissing.includes("disks[].sizeGiB")),
        ).toBe(true);
      });
    },
  );
});
