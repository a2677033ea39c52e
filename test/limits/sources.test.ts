import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadMatrix } from "../../limits/matrix/load";
import { readMatrix } from "../../limits/matrix/read";

const folder = mkdtempSync(join(tmpdir(), "asr-matrix-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A matrix of one limit, whose document has these headings. */
function matrixOf(section: string, headings?: readonly string[]) {
  mkdirSync(join(folder, "current"), { recursive: true });
  writeFileSync(
    join(folder, "documents.yaml"),
    JSON.stringify({ doc: { title: "Document", date: "2026-01-01", headings } }),
  );
  const limit = { id: "a.b", title: "A limit", severity: "error", section };
  const file = { edition: "current", document: "doc", scenarios: ["azure-to-azure"], limits: [limit] };
  writeFileSync(join(folder, "current", "one.yaml"), JSON.stringify(file));
  return readMatrix(folder);
}

describe("the section that a limit cites", () => {
  it("is a heading of its document, where the headings are known", () => {
    expect(matrixOf("Storage", ["Storage"])[0]?.source).not.toHaveProperty("unverified");
    expect(() => matrixOf("Disks", ["Storage"])).toThrow('a.b: "Disks" is no heading of doc');
  });

  it("is marked where they are not", () => {
    expect(matrixOf("Disks")[0]?.source.unverified).toBe(true);
  });

  it("is verified in the editions of 2016-12 and 2019-05, but for pages of other documents", () => {
    const doubtful = loadMatrix()
      .filter(({ edition, source }) => edition !== "current" && source.unverified === true)
      .map(({ id }) => id);
    expect([...new Set(doubtful)]).toEqual(["azure.premium-disk-sizes"]);
  });
});

/** The two documents themselves, where they lie beside the checkout. */
const seeds = join(process.env["ASR_REFERENCE"] ?? join(__dirname, "../../../shared"), "seeds");
/** Parts of the documents that have no heading. */
const withoutHeading = new Set([
  "Front matter",
  "(link references)",
  "Ubuntu, Debian and SUSE Linux Enterprise Server 12 kernel versions",
]);

describe.skipIf(!existsSync(seeds))("the documents of 2016-12 and 2019-05", () => {
  const headings = new Set(
    readdirSync(seeds).flatMap((file) =>
      [...readFileSync(join(seeds, file), "utf8").matchAll(/^#+\s+(.*?)\s*$/gm)].map(([, text = ""]) =>
        text.replace(/\s+/g, " "),
      ),
    ),
  );

  it("have every heading that limits cite", () => {
    const cited = loadMatrix()
      .filter(({ edition, source }) => edition !== "current" && source.unverified !== true)
      .map(({ source }) => source.section);
    expect(cited.filter((section) => !headings.has(section) && !withoutHeading.has(section))).toEqual([]);
  });
});
