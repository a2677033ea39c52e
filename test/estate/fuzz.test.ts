import { readFileSync } from "node:fs";
import { fc, test } from "@fast-check/vitest";
import { describe } from "vitest";
import { estateDocumentSchema } from "../../estate/document";
import { readEstate } from "../../estate/read";
import { InputError } from "../../landing-zone/input-error";
import { fixture } from "./fixture";
import { referenceAbsent, referenceInventory } from "./reference";
import { temporaryFolder } from "./temporary-folder";
import { buildWorkbook, type CellValue } from "./workbook/build-workbook";

const write = temporaryFolder();

/**
 * Reads, or refuses as the user's to mend: anything else is a fault of ours. What was read is a valid document
 * without a number that no machine has.
 */
async function readsOrRefuses(file: string): Promise<void> {
  try {
    const { document } = await readEstate([file]);
    estateDocumentSchema.parse(document);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
}

/** Published inventories that are small enough to be read hundreds of times. */
const published = (...names: readonly string[]): readonly Buffer[] =>
  referenceAbsent === undefined ? names.map((name) => readFileSync(referenceInventory(name))) : [];

const files = [
  ...["rvtools-4.xlsx", "rvtools-3.xlsx", "azure-migrate.xlsx"].map((name) => readFileSync(fixture(name))),
  ...published("rvtools-ibm-samples/rvtools-small-complete.xlsx"),
];

/** Bytes to write at some places. */
const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 });

/** Header lines of every format that comes as delimited text. */
const headers = [
  "*Server name,*Cores,*Memory (In MB),*OS name,Server type,Boot type,Number of disks,Disk 1 size (In GB),Disk 2 size (In GB)",
  "VM,Powerstate,CPUs,Memory,NICs,Disks,VM ID,SMBIOS UUID",
  "VM,Disk,Disk Key,Capacity MiB,Raw,Sharing mode,VM ID",
  "Name,Id,PowerState,NumCpu,MemoryGB,Guest,GuestId,IPAddress,MacAddress",
  "Name,VMId,Generation,ProcessorCount,MemoryStartup,State,HardDrives",
  "SOURCE_MACHINE_NAME,TARGET_MACHINE_NAME,VAULT_NAME,CONFIGURATION_SERVER,RECOVERY_VM_MANAGED_DISK_TYPE",
  "Machine,Disk,Time,Write MB/s,Write IOPS,I/O size KB",
  "Source server name,Destination server name,Destination port",
  "VM Name,VM Compatibility,Peak Data Churn in MBps (with Growth Factor),Number of Disks,Disk size (GB),Cores,NICs",
  "id,name,type,location,zones,sku,properties",
];

const madeUp = [
  ...headers.map((header) => `${header}\nweb01,vm-1,2,4096,"a, b",1.5,,,\ndb01,vm-2,"2,5",x,,1,,,\n`),
  JSON.stringify([{ Name: "a", Generation: 2, ProcessorCount: 1, HardDrives: [{ Path: "C:\\a.vhdx" }] }]),
].flatMap((text) => [Buffer.from(text), Buffer.from(`\ufeff${text}`, "utf16le")]);

const texts = [
  ...madeUp,
  ...published(
    "azure-migrate-import-csv/AzureMigrateimport-01.csv",
    "azure-migrate-dependency-export/dependency-export-sample.csv",
    "asr-at-scale-csv/dr-at-scale-input_template.csv",
  ),
];

const records: readonly Readonly<Record<string, unknown>>[] = [
  {
    Name: "a",
    Id: "1",
    Generation: 2,
    ProcessorCount: 1,
    MemoryStartup: 2 ** 30,
    State: 2,
    HardDrives: [{}],
    NetworkAdapters: [{}],
  },
  {
    id: "/a",
    name: "a",
    type: "microsoft.compute/virtualmachines",
    location: "westeurope",
    zones: [],
    properties: { storageProfile: { osDisk: {}, dataDisks: [] }, networkProfile: {}, extended: {} },
  },
];

function quotedCell(cell: CellValue): string {
  return `"${String(cell ?? "").replaceAll('"', '""')}"`;
}

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
  test.prop([fc.constantFrom(...files), changes], {
    numRuns: 300,
  })("whatever bytes of a workbook are changed", async (file, edits) => {
    const mutated = Buffer.from(file);
    for (const [at, byte] of edits) mutated[at % mutated.length] = byte;
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

  test.prop([fc.constantFrom(...texts), changes], { numRuns: 300 })(
    "whatever bytes of a text are changed",
    async (text, edits) => {
      const mutated = Buffer.from(text);
      for (const [at, byte] of edits) mutated[at % mutated.length] = byte;
      await readsOrRefuses(write("mutated.txt", mutated));
    },
  );

  test.prop([fc.constantFrom(...texts), fc.nat()], { numRuns: 100 })(
    "wherever a text is cut off",
    async (text, length) => {
      await readsOrRefuses(write("cut.txt", text.subarray(0, length % text.length)));
    },
  );

  test.prop([fc.constantFrom(...headers), fc.array(fc.array(anyCell, { maxLength: 12 }), { maxLength: 8 })], {
    numRuns: 300,
  })("whatever the cells of a delimited file hold", async (header, rows) => {
    const text = [header, ...rows.map((row) => row.map(quotedCell).join(","))].join("\n");
    await readsOrRefuses(write("cells.csv", text));
  });

  test.prop([fc.constantFrom(...records), fc.string(), fc.jsonValue()], { numRuns: 300 })(
    "whatever a record holds",
    async (record, key, value) => {
      const keys = Object.keys(record);
      const changed = keys[key.length % keys.length] ?? "";
      await readsOrRefuses(
        write("records.json", JSON.stringify([{ ...record, [changed]: value, [key]: value }])),
      );
    },
  );

  test.prop([fc.string()], { numRuns: 200 })("whatever follows in a YAML text", async (text) => {
    await readsOrRefuses(write("any.yaml", `schema: asr-estate/1\nmachines: []\n${text}`));
  });
});
