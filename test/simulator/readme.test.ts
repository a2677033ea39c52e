import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { typeTable } from "../../simulator/types/type-table";

const file = resolve(__dirname, "../../simulator/README.md");
const start = "<!-- types: made from the registry by test/simulator/readme.test.ts, UPDATE_README=1 -->";
const end = "<!-- end of types -->";

describe("the simulator's README", () => {
  it("lists what is modelled", () => {
    const text = readFileSync(file, "utf8");
    const [before = "", rest = ""] = text.split(start);
    const [table = "", after = ""] = rest.split(end);
    if (process.env["UPDATE_README"] !== undefined) {
      writeFileSync(file, `${before}${start}\n\n${typeTable()}\n\n${end}${after}`);
      return;
    }
    // Prettier pads tables: only the words count.
    const words = (markdown: string) => markdown.replaceAll(/-{3,}/g, "---").replaceAll(/\s+/g, " ").trim();
    expect(words(table)).toBe(words(typeTable()));
  });
});
