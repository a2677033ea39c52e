import { describe, expect, it } from "vitest";
import { parseWaivers, readWaivers } from "../../estate/waivers";

const one = `- rule: os-disk-max-size
  subject: db01
  reason: is replaced
  owner: storage
  expires: 2026-01-31
`;

describe("the waivers file", () => {
  it("is a list, or a list with its version", () => {
    const waivers = parseWaivers(one);
    expect(waivers).toEqual([
      {
        rule: "os-disk-max-size",
        subject: "db01",
        reason: "is replaced",
        owner: "storage",
        expires: "2026-01-31",
      },
    ]);
    const nested = `schema: asr-waivers/1\nwaivers:\n${one.replace(/^/gm, "  ").trimEnd()}\n`;
    expect(parseWaivers(nested)).toEqual(waivers);
  });

  it.each([
    ["without an owner", one.replace("  owner: storage\n", ""), "w.yaml:1:3, [0].owner: The key is missing"],
    ["without a date", one.replace("2026-01-31", "soon"), "w.yaml:5:12, [0].expires: "],
    [
      "that does not exist on that date",
      one.replace("2026-01-31", "2026-02-30"),
      "w.yaml:5:12, [0].expires: ",
    ],
    [
      "for a rule that does not exist",
      one.replace("os-disk-max-size", "os-disk"),
      'w.yaml:1:9, [0].rule: There is no rule "os-disk".',
    ],
    ["with a key too many", `${one}  colour: red\n`, '[0].colour: Unknown key "colour".'],
    ["without reason", one.replace("is replaced", '""'), "w.yaml:3:11, [0].reason: "],
    [
      "for two reasons",
      one.replace("  owner: storage\n", "").replace("2026-01-31", "soon"),
      "w.yaml:1:3, [0].owner: The key is missing: expected string, received undefined. (1 more problem)",
    ],
    ["without a version", "waivers: []\n", "w.yaml:1:1, schema: "],
  ])("is refused %s, with its place", (_, text, message) => {
    expect(() => parseWaivers(text, "w.yaml")).toThrow(message);
  });

  it("must exist", async () => {
    await expect(readWaivers("/does/not/exist.yaml")).rejects.toThrow(
      "/does/not/exist.yaml: The waivers cannot be read",
    );
  });
});
