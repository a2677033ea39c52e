import { describe, expect, it } from "vitest";
import { fixture } from "../fixture";
import { temporaryFolder } from "../temporary-folder";
import { readNoted } from "./read-notes";

const write = temporaryFolder();

describe("a list of machines for the Deployment Planner", () => {
  it("names machines of which nothing is known", async () => {
    const { machines, messages } = await readNoted([
      write("VMList.txt", "web01\r\n\r\nweb02\r\n10.0.0.5\r\nWEB01\r\n"),
    ]);
    expect(machines).toEqual([{ name: "web01" }, { name: "web02" }]);
    expect(messages).toContainEqual(
      expect.stringContaining("VMList.txt, row 4: An address names no machine"),
    );
  });

  it("is read as PowerShell redirects it, with blanks in names", async () => {
    const text = "\ufeff\r\nName          \r\n----          \r\nweb 01        \r\n\r\n";
    const { machines } = await readNoted([write("list.txt", Buffer.from(text, "utf16le"))]);
    expect(machines).toEqual([{ name: "web 01" }]);
  });

  it("beside an inventory tells which machines that lacks", async () => {
    const { machines, messages } = await readNoted([
      write("both.txt", "web01\ngone\n"),
      fixture("rvtools-4.xlsx"),
    ]);
    expect(machines).toHaveLength(5);
    expect(messages).toContainEqual(expect.stringContaining('No inventory has the machine "gone"'));
  });

  it.each(["one\n", "Dear all,\nthe list follows.\n", "<html>\n<body>\n"])(
    "is no other text: %j",
    async (text) => {
      await expect(readNoted([write("other.txt", text)])).rejects.toThrow(
        /is no inventory that is known|The text is no estate document/,
      );
    },
  );
});
