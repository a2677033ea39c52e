import { readFileSync } from "node:fs";
import { fc, test } from "@fast-check/vitest";
import { describe } from "vitest";
import { readEstate } from "../../estate/read";
import { InputError } from "../../landing-zone/input-error";
import { fixture } from "./fixture";
import { temporaryFolder } from "./temporary-folder";
import { buildWorkbook, type CellValue } from "./workbook/build-workbook";

const write = temporaryFolder();

/** Reads, or refuses as the user's to mend: anything else is a fault of ours. */
async function readsOrRefuses(file: string): Promise<void> {
  try {
    await readEstate([file]);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
}

const files = ["rvtools-4.xlsx", "rvtools-3.xlsx", "azure-migrate.xlsx"].map((name) =>
  readFileSync(fixture(name)),
);

const anyCell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom<CellValue>(
    null,
    "",
    "True",
    "-1",
    "1e400",
    "NaN",
    "=1+1",
    "poweredOn",
    "[1.2.3.4];",
    "web01",
    true,
    -1,
    0.5,
  ),
  fc.integer(),
  // Control characters cannot occur in a genuine sheet: XML has no way to write them.
  fc.string().map((text) => text.replace(/[^\u0020-\ud7ff]/g, "?")),
);

describe("reading never fails other than by refusing the input", () => {
  test.prop([fc.constantFrom(...files), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 })], {
    numRuns: 300,
  })("whatever bytes of a workbook are changed", async (file, changes) => {
    const mutated = Buffer.from(file);
    for (const [at, byte] of changes) mutated[at % mutated.length] = byte;
    await readsOrRefuses(write("mutated.xlsx", mutated));
  });

  test.prop([fc.array(fc.array(anyCell, { maxLength: 9 }), { maxLength: 12 })], { numRuns: 200 })(
    "whatever the cells of the tabs hold",
    async (rows) => {
      const workbook = buildWorkbook({
        vInfo: [
          ["VM", "Powerstate", "Template", "CPUs", "Memory", "NICs", "Disks", "VM ID", "Guest Detailed Data"],
          ...rows,
        ],
        vDisk: [["VM", "Disk", "Disk Key", "Capacity MiB", "Raw", "Sharing mode", "VM ID"], ...rows],
        vNetwork: [["VM", "NIC label", "IPv4 Address", "IPv6 Address", "VM ID"], ...rows],
      });
      await readsOrRefuses(write("cells.xlsx", workbook));
    },
  );

  test.prop([fc.json()], { numRuns: 200 })("whatever an estate document holds", async (json) => {
    await readsOrRefuses(
      write(
        "any.json",
        `{"schema": "asr-estate/1", "machines": [{"name": "a", "disks": ${json}, "os": ${json}}], "target": ${json}}`,
      ),
    );
  });

  test.prop([fc.string()], { numRuns: 200 })("whatever follows in a YAML text", async (text) => {
    await readsOrRefuses(write("any.yaml", `schema: asr-estate/1\nmachines: []\n${text}`));
  });
});
