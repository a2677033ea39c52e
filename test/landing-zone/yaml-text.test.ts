import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { yamlText } from "../../landing-zone/yaml-text";

/** Texts of every kind, many of them such as YAML reads as something else. */
const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "true",
    "No",
    "null",
    "~",
    "1e5",
    "0x1f",
    "-",
    "- a",
    "a: b",
    "a #b",
    "<<",
    "=",
    ".inf",
    "on",
  ),
  fc.constantFrom(
    "00:50:56:01:02:03",
    "2026-01-01",
    "10.0.0.4",
    "10.0.0.0/24",
    "",
    " ",
    "a ",
    "!x",
    "&a",
    "*a",
  ),
);

const { value: anyValue } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    anyText,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(
      anyText.filter((key) => key !== "__proto__"),
      tie("value"),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
}));

describe("YAML of a value", () => {
  test.prop([anyValue])("reads back as the same value", (value) => {
    expect(parse(yamlText(value), { maxAliasCount: 0 })).toEqual(value);
  });

  it("leaves names, addresses and ids as they are and quotes the rest", () => {
    expect(
      yamlText({ disks: [{ name: "Hard disk 1", mac: "00:50:56:01:02:03" }], none: [], ip: "10.0.0.4" }),
    ).toBe('disks:\n  - name: Hard disk 1\n    mac: "00:50:56:01:02:03"\nnone: []\nip: 10.0.0.4\n');
  });
});
