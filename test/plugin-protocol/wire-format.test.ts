import { fc, test } from "@fast-check/vitest";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { describe, expect, it } from "vitest";
import { SecretValue, unknown, type PropertyValue } from "../../plugin-protocol/property-value";
import { readProperties, writeProperties } from "../../plugin-protocol/wire-format";

const signature = "4dabf18193072939515e22adb298388d";
const output = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const unknownBoolean = "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7";

describe("the engine's wire format", () => {
  const { value } = fc.letrec<{ value: PropertyValue; plain: PropertyValue }>((tie) => ({
    plain: fc.oneof(
      { maxDepth: 4 },
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(unknown),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.stringMatching(/^[a-zA-Z.$ ]{1,8}$/), tie("value"), {
        maxKeys: 3,
        noNullPrototype: true,
      }),
    ),
    value: fc.oneof(
      { weight: 4, arbitrary: tie("plain") },
      { weight: 1, arbitrary: tie("plain").map((inner) => new SecretValue(inner)) },
    ),
  }));

  test.prop([value])("gives back what was written", (one) => {
    expect(readProperties(writeProperties({ one }))).toEqual({ one });
  });

  it("reads outputs, with and without a value, secret or not", () => {
    const struct = Struct.fromJavaScript({
      known: { [signature]: output, value: "x" },
      toCome: { [signature]: output },
      secret: { [signature]: output, value: "x", secret: true },
      boolean: unknownBoolean,
      nothing: null,
    });
    expect(readProperties(struct)).toEqual({
      known: "x",
      toCome: unknown,
      secret: new SecretValue("x"),
      boolean: unknown,
    });
  });

  it("reads a resource as its id", () => {
    const resource = { [signature]: "5cf8f73096256a8f31e491e813e4eb8e", urn: "urn:x" };
    expect(
      readProperties(
        Struct.fromJavaScript({ a: { ...resource, id: "/subscriptions/s" }, b: { ...resource, id: "" } }),
      ),
    ).toEqual({
      a: "/subscriptions/s",
      b: unknown,
    });
  });

  it("refuses an asset", () => {
    const asset = { [signature]: "c44067f5952c0a294b673a41bacd8c17", text: "x" };
    expect(() => readProperties(Struct.fromJavaScript({ asset }))).toThrow(
      "Assets and archives cannot be sent",
    );
  });
});
