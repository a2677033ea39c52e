import { existsSync } from "node:fs";
import { deflateRawSync, crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { InputError } from "../../landing-zone/input-error";
import { readEstate } from "../../estate/read";
import { temporaryFolder } from "./temporary-folder";
import { buildWorkbook, sheetXml, workbookParts, type Rows } from "./workbook/build-workbook";
import { buildZip } from "./workbook/build-zip";

const write = temporaryFolder();

const vInfo: Rows = [
  ["VM", "Powerstate", "CPUs", "Memory"],
  ["web01", "poweredOn", 2, 4096],
];

/** The message of the refusal, checked for what all of them have in common. */
async function refusal(file: string): Promise<string> {
  try {
    await readEstate([file]);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    const { message } = error as InputError;
    expect(message).not.toMatch(/[\r\n]/);
    expect(message).toContain(file);
    // Place, problem and remedy: two sentences at least.
    expect(message.split(/[.;:] /).length).toBeGreaterThanOrEqual(2);
    return message.slice(message.indexOf(file) + file.length);
  }
  throw new Error("the file was accepted");
}

/** A part that unpacks to more than its packed size suggests. */
function bomb(name: string, head: string, filler: string, tail: string, declared?: number) {
  const content = Buffer.from(head + filler.repeat(Math.ceil((48 * 2 ** 20) / filler.length)) + tail);
  return {
    name,
    content: "",
    packed: {
      data: deflateRawSync(content, { level: 9 }),
      size: declared ?? content.length,
      crc: crc32(content),
    },
  };
}

describe("a file that is no inventory is refused in one line", () => {
  it.each([
    ["an empty file", "empty.xlsx", "", "The file is empty."],
    ["a text named .xlsx", "text.xlsx", "VM;CPUs\nweb01;2\n", "is named .xlsx but holds plain text"],
    ["any other text", "notes.txt", "Dear all, the inventory follows.", "The text is no estate document"],
    [
      "a workbook with two sheets of one name",
      "twins.xlsx",
      buildWorkbook({ vInfo, "vinfo ": vInfo }),
      'sheet "vinfo ": Two sheets have this name.',
    ],
    ["bytes that are no text", "bytes.yaml", Buffer.from([0x61, 0x80, 0xff, 0xfe]), "not readable as UTF-8"],
    [
      "UTF-16 without a mark",
      "wide.json",
      Buffer.from("{}", "utf16le"),
      "UTF-16 text without a byte-order mark",
    ],
    ["half a UTF-16 character", "half.yaml", Buffer.from([0xff, 0xfe, 0x61]), "not readable as UTF-16LE"],
    [
      "a zip of other files",
      "files.xlsx",
      buildZip([{ name: "a.txt", content: "a" }]),
      "a zip archive, but not a workbook",
    ],
    [
      "an old workbook",
      "old.xls",
      Buffer.concat([
        Buffer.from("d0cf11e0a1b11ae1", "hex"),
        Buffer.alloc(600),
        Buffer.from("Workbook", "utf16le"),
      ]),
      "old binary format (.xls)",
    ],
    [
      "an encrypted workbook",
      "secret.xlsx",
      Buffer.concat([
        Buffer.from("d0cf11e0a1b11ae1", "hex"),
        Buffer.alloc(600),
        Buffer.from("EncryptedPackage", "utf16le"),
      ]),
      "The workbook is encrypted",
    ],
    [
      "an estate document with a wrong type",
      "type.json",
      JSON.stringify({ schema: "asr-estate/1", machines: [{ name: "a", disks: [{ sizeGiB: "100" }] }] }),
      ":1:",
    ],
    [
      "an estate document of another version",
      "version.yaml",
      "schema: asr-estate/2\nmachines: []\n",
      "asr-estate/1",
    ],
    ["JSON that breaks off", "broken.json", '{"schema": "asr-estate/1", "machines": [', ":1:"],
    ["YAML that is none", "broken.yaml", "schema: asr-estate/1\nmachines: [\n", ":3:"],
  ])("%s", async (_, name, content, message) => {
    expect(await refusal(write(name, content))).toContain(message);
  });

  it("a file that does not exist", async () => {
    await expect(readEstate(["/does/not/exist.xlsx"])).rejects.toThrow(
      "/does/not/exist.xlsx: There is no such file",
    );
  });

  it.skipIf(!existsSync("/dev/zero"))("a device, which has no end", async () => {
    expect(await refusal("/dev/zero")).toContain("This is a pipe or a device");
  });

  it("a folder without inventories", async () => {
    const file = write("placeholder.txt", "");
    await expect(readEstate([file.slice(0, file.lastIndexOf("/"))])).rejects.toThrow(InputError);
  });
});

describe("a workbook that cannot be used is refused in one line", () => {
  const whole = buildWorkbook({ vInfo }, { sharedStrings: true });

  it.each([0.1, 0.5, 0.9, 0.99])("truncated to %d of its length", async (share) => {
    const file = write(`truncated-${share}.xlsx`, whole.subarray(0, Math.floor(whole.length * share)));
    expect(await refusal(file)).toContain("truncated or damaged");
  });

  it("with a damaged part", async () => {
    const damaged = Buffer.from(whole);
    const at = damaged.indexOf("xl/worksheets/sheet1.xml") + 40;
    damaged.fill(0xff, at, at + 20);
    expect(await refusal(write("damaged.xlsx", damaged))).toMatch(/damaged|not valid/);
  });

  it("without a sheet that is an inventory: says which sheets it has and what is expected", async () => {
    const message = await refusal(
      write("budget.xlsx", buildWorkbook({ Budget: [["Item", "Cost"]], Notes: [] })),
    );
    expect(message).toContain('it has the sheets "Budget", "Notes"');
    expect(message).toContain("vInfo");
    expect(message).toContain("All_Assessed_Machines");
  });

  it("without a column of machine names", async () => {
    const file = write(
      "nameless.xlsx",
      buildWorkbook({
        vInfo: [
          ["Powerstate", "CPUs"],
          ["poweredOn", 2],
        ],
      }),
    );
    expect(await refusal(file)).toBe(
      ', sheet "vInfo", row 1: There is no column "VM"; the header has "Powerstate", "CPUs". Export the inventory again, or name the column so.',
    );
  });

  it.each([
    ["of one name", ["VM", "CPUs", "Memory", "CPUs"], "CPUs", "B and D"],
    ["that differ in case and blanks only", ["VM", "CPUs", " cpus "], "CPUs", "B and C"],
    ["of names", ["VM", "VM", "CPUs"], "VM", "A and B"],
  ])("with two columns %s", async (_, header, column, letters) => {
    const file = write("doubled.xlsx", buildWorkbook({ vInfo: [header, header.map(() => "1")] }));
    expect(await refusal(file)).toBe(
      `, sheet "vInfo", row 1, column "${column}": Two columns have this name (columns ${letters}). Remove or rename one of them.`,
    );
  });

  it("with a header alone", async () => {
    const file = write("bare.xlsx", buildWorkbook({ vInfo: vInfo.slice(0, 1) }));
    expect(await refusal(file)).toContain('sheet "vInfo": The sheet lists no machine');
  });

  it("that unpacks to many times its size", async () => {
    const parts = workbookParts({ vInfo });
    const head = sheetXml(vInfo).replace("</sheetData></worksheet>", "");
    const sheet = bomb("xl/worksheets/sheet1.xml", head, "<row/>", "</sheetData></worksheet>");
    const before = process.memoryUsage().rss;
    const message = await refusal(
      write("bomb.xlsx", buildZip([...parts.filter(({ name }) => name !== sheet.name), sheet])),
    );
    expect(message).toMatch(/unpacks to \d+ MiB, more than \d+ times its packed size/);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 2 ** 20);
  });

  it("that unpacks to more than it declares", async () => {
    const sheet = bomb("xl/worksheets/sheet1.xml", "<worksheet>", " ", "</worksheet>", 1000);
    const parts = workbookParts({ vInfo }).filter(({ name }) => name !== sheet.name);
    expect(await refusal(write("liar.xlsx", buildZip([...parts, sheet])))).toContain("truncated or damaged");
  });

  it("whose shared strings are a bomb", async () => {
    const strings = bomb("xl/sharedStrings.xml", "<sst>", "<si><t>aaaaaaaaaaaa</t></si>", "</sst>");
    const parts = workbookParts({ vInfo }, { sharedStrings: true }).filter(
      ({ name }) => name !== strings.name,
    );
    expect(await refusal(write("strings.xlsx", buildZip([...parts, strings])))).toMatch(/unpacks to/);
  });

  it.each([
    [
      "declares entities",
      '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>',
      "DOCTYPE",
    ],
    ["uses an undeclared entity", "<worksheet>&lol;</worksheet>", "damaged"],
    ["is not closed", "<worksheet><sheetData>", "damaged"],
    ["is nested without end", "<a>".repeat(100), "nested more deeply"],
    [
      "has rows out of order",
      '<worksheet><sheetData><row r="2"/><row r="1"/></sheetData></worksheet>',
      "out of order",
    ],
    [
      "has a row beyond the last",
      '<worksheet><sheetData><row r="9999999"/></sheetData></worksheet>',
      "out of order or too large",
    ],
    [
      "has a cell beyond the last column",
      '<worksheet><sheetData><row r="1"><c r="ZZZZ1"><v>1</v></c></row></sheetData></worksheet>',
      "beyond the last column",
    ],
    [
      "refers to a missing string",
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData></worksheet>',
      "shared string 7",
    ],
    [
      "holds text as a number",
      '<worksheet><sheetData><row r="1"><c r="A1"><v>x</v></c></row></sheetData></worksheet>',
      'holds "x" as a number',
    ],
    ["is not text", Buffer.from([0x3c, 0x61, 0xff, 0xff]), "not valid UTF-8"],
    ["is empty", "", "empty"],
  ])("whose sheet %s", async (_, content, message) => {
    const file = write(
      "sheet.xlsx",
      buildWorkbook({ vInfo }, { parts: [{ name: "xl/worksheets/sheet1.xml", content }] }),
    );
    expect(await refusal(file)).toContain(message);
  });

  it("with a part outside the container", async () => {
    const parts = [...workbookParts({ vInfo }), { name: "../../etc/passwd", content: "x" }];
    expect(await refusal(write("path.xlsx", buildZip(parts)))).toContain("truncated or damaged");
  });

  it("whose names would write a second line", async () => {
    const file = write("hostile.xlsx", buildWorkbook({ "a\u001b[2J\u2028b": [["x"]] }));
    const message = await refusal(file);
    expect(message).not.toMatch(/[\u0000-\u001f\u2028]/);
  });
});
