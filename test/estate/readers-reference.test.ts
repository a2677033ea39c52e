import { describe, expect, it } from "vitest";
import { InputError } from "../../landing-zone/input-error";
import { readEstate, type EstateReading } from "../../estate/read";
import { referenceAbsent, referenceInventory } from "./reference";

const count = <T>(items: readonly T[], matches: (item: T) => boolean): number => items.filter(matches).length;

// Numbers counted from the files with another program.
describe.skipIf(referenceAbsent !== undefined)(`published inventories ${referenceAbsent ?? ""}`, () => {
  describe.each(["As is PAYG.xlsx", "Perf PAYG.xlsx"])("Azure Migrate assessment %s", (name) => {
    const read = (): Promise<EstateReading> =>
      readEstate([referenceInventory(`azure-migrate-assessment-export/${name}`)]);

    it("has 547 machines and 1385 disks", async () => {
      const { machines, unattributedDisks } = (await read()).document;
      expect(machines).toHaveLength(547);
      const attributed = machines.flatMap(({ disks }) => disks ?? []);
      const others = unattributedDisks?.flatMap(({ disks }) => disks) ?? [];
      expect([attributed.length, others.length]).toEqual([1383, 2]);
      const sizes = [...attributed, ...others].map(({ sizeGiB }) => sizeGiB ?? NaN).sort((a, b) => b - a);
      expect(sizes.slice(0, 4)).toEqual([32300, 6146, 2867, 2560]);
      expect([4095, 2048, 1023].map((limit) => count(sizes, (size) => size > limit))).toEqual([2, 4, 18]);
      expect(Math.max(...machines.map(({ disks }) => disks?.length ?? 0))).toBe(13);
      expect(machines.find(({ disks }) => disks?.length === 13)?.name).toBe("vcenter6-7");
    });

    it("has 546 machines with BIOS and one with EFI", async () => {
      const { machines } = (await read()).document;
      expect(count(machines, ({ firmware }) => firmware === "bios")).toBe(546);
      expect(count(machines, ({ firmware }) => firmware === "uefi")).toBe(1);
    });

    it("keeps the two machines called MicrosoftAzureMigration apart", async () => {
      const { document, notes } = await read();
      const twins = document.machines.filter((machine) => machine.name === "MicrosoftAzureMigration");
      expect(twins).toHaveLength(2);
      expect(twins[0]?.nics).not.toEqual(twins[1]?.nics);
      expect(twins.map(({ disks }) => disks)).toEqual([undefined, undefined]);
      expect(notes.map(({ message }) => message)).toContainEqual(
        expect.stringContaining("MicrosoftAzureMigration"),
      );
    });

    it("takes no figure that was not measured for a measurement", async () => {
      const { machines } = (await read()).document;
      expect(machines.flatMap(({ disks }) => disks ?? []).filter(({ churn }) => churn !== undefined)).toEqual(
        [],
      );
    });
  });

  it("RVTools 3: 805 rows of vInfo, of which 10 are templates", async () => {
    const { document, notes } = await readEstate([
      referenceInventory("rvtools-ibm-samples/SizingWorkshop-RVTools.xlsx"),
    ]);
    const { machines, hosts } = document;
    const templates = notes.find(({ message }) => message.includes("Templates"));
    expect(templates?.count).toBe(10);
    expect(machines).toHaveLength(805 - 10);
    expect(hosts).toHaveLength(34);
    expect(notes.map(({ message }) => message)).toContainEqual(
      expect.stringContaining("32 hosts that vInfo names"),
    );
    expect(Math.max(...machines.map(({ disks }) => disks?.length ?? 0))).toBe(14);
    expect(Math.max(...machines.map(({ memoryMiB }) => memoryMiB ?? 0))).toBe(131072);
    expect(Math.max(...machines.map(({ cpuCores }) => cpuCores ?? 0))).toBe(16);
    const volumes = machines.flatMap(({ volumes: own }) => own ?? []).map(({ sizeGiB }) => sizeGiB ?? 0);
    expect(
      volumes
        .map((size) => size * 1024)
        .sort((a, b) => b - a)
        .slice(0, 3),
    ).toEqual([9437052, 5242749, 5242749]);
    const windows = (version: string, architecture: string): number =>
      count(
        machines,
        ({ os }) =>
          os?.name === "Windows Server" && os.version === version && os.architecture === architecture,
      );
    expect([windows("2003", "x86"), windows("2003", "x64")]).toEqual([63, 4]);
  });

  it("RVTools 4 with few columns: 3 machines", async () => {
    const { document } = await readEstate([
      referenceInventory("rvtools-ibm-samples/rvtools-small-complete.xlsx"),
    ]);
    expect(
      document.machines.map(({ name, firmware, disks, nics }) => [
        name,
        firmware,
        disks?.map(({ sizeGiB }) => sizeGiB),
        nics?.length,
      ]),
    ).toEqual([
      ["sample-web-01", "bios", [80, 40], 1],
      ["sample-db-01", "uefi", [100, 220], 2],
      ["sample-archive-01", "bios", [80], 1],
    ]);
  });

  it("the encrypted workbook is refused with the reason", async () => {
    const file = referenceInventory("encrypted-workbook/AzureMigrate_Discovery_Report.encrypted.xlsx");
    const error: unknown = await readEstate([file]).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InputError);
    expect((error as Error).message).toContain("encrypted");
    expect((error as Error).message).toContain("save an unprotected copy");
  });
});
