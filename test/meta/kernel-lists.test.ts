import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { kernelListsOf } from "../../limits/checks/kernel-lists";
import { isRecord, textIn, textsIn, type JsonRecord } from "../../limits/checks/json";
import { loadMatrix } from "../../limits/matrix/load";

/** The document itself, where it is at hand: beside the checkout, or where ASR_REFERENCE says. */
const seeds = join(process.env["ASR_REFERENCE"] ?? join(__dirname, "../../../shared"), "seeds");
const limits = loadMatrix().filter((limit) => limit.id === "machine.kernel.lists");

describe("kernel lists", () => {
  it("are all readable", () => {
    for (const limit of limits) expect(kernelListsOf(limit).byName.size, limit.edition).toBeGreaterThan(0);
  });
});

describe.skipIf(!existsSync(seeds))("kernel lists of 2019-05", () => {
  const document = existsSync(seeds)
    ? readdirSync(seeds)
        .map((file) => readFileSync(join(seeds, file), "utf8"))
        .find((text) => text.includes("ms.date: 05/10/2019"))
    : undefined;
  const lines = (document ?? "").split("\n");
  const value = limits.find((limit) => limit.edition === "2019-05")?.value;
  const lists = isRecord(value) && Array.isArray(value["lists"]) ? value["lists"].filter(isRecord) : [];

  /** The table rows of a release and a version of the Mobility Service; one of them carries the wrong label. */
  function rowsOf(list: JsonRecord): readonly string[] {
    const name = textIn(list, "name");
    const version = textIn(list, "version");
    const agent = textIn(list, "mobilityService");
    const release =
      name === "Ubuntu" ? `${version} LTS` : name === "Debian" ? `Debian ${version}` : `${name} ${version}`;
    return lines.filter((line) => line.startsWith(release) && line.includes(`[${agent} UR]`));
  }

  it("has every release and version that the tables have", () => {
    expect(lists.length).toBe(39);
  });

  it.each(
    lists.map(
      (list) =>
        [
          `${textIn(list, "name")} ${textIn(list, "version")} ${textIn(list, "mobilityService")} ${JSON.stringify(list["servicePack"] ?? "")}`,
          list,
        ] as const,
    ),
  )("%s is what the table prints", (_name, list) => {
    const rows = rowsOf(list);
    expect(rows).toHaveLength(1);
    for (const range of textsIn(list, "ranges")) expect(rows[0]).toContain(range);
  });

  it("leaves out no range that the tables print", () => {
    const printed = lines
      .filter(
        (line) =>
          /^(1[46]\.04 LTS|Debian [78] |SUSE Linux Enterprise Server 12 \()/.test(line) &&
          line.includes(" UR]"),
      )
      .flatMap((line) => {
        const agents = [...line.matchAll(/\[(9\.\d+) UR\]/g)].map((match) => match[1]);
        const ranges = [
          ...line.matchAll(
            /\d[\w.-]*-(?:generic|azure|amd64|default)(?: to \d[\w.-]*-(?:generic|azure|amd64|default))?/g,
          ),
        ].map((match) => match[0]);
        return agents.flatMap((agent) => ranges.map((range) => `${agent ?? ""} ${range}`));
      });
    const held = lists.flatMap((list) =>
      textsIn(list, "ranges").map((range) => `${textIn(list, "mobilityService")} ${range}`),
    );
    expect(printed.length).toBeGreaterThan(100);
    expect(new Set(held)).toEqual(new Set(printed));
  });
});
