import * as proxy from "@pulumi/policy/proxy";
import { describe, expect, it } from "vitest";
import { InputReader } from "../../limits/facts/from-azure-native";
import { plainInputs } from "../../policy-pack/plain-inputs";
import { unknown } from "./served-pack";

/** Inputs as @pulumi/policy hands them out. */
const { unknownCheckingProxy: asGiven } = proxy as unknown as {
  readonly unknownCheckingProxy: (inputs: object) => object;
};

describe("inputs as plain data", () => {
  it("are what the proxies show", () => {
    const inputs = {
      sku: { name: "Standard_LRS" },
      disks: [{ size: 1 }, { size: 2 }],
      tags: null,
      on: false,
    };
    expect(plainInputs(asGiven(inputs))).toEqual(inputs);
  });

  it("say of a value not known yet what the proxies say: that it is unknown, not absent", () => {
    const inputs = { properties: { id: unknown, name: "db01" }, list: ["a", unknown], all: unknown };
    for (const given of [asGiven(inputs), plainInputs(asGiven(inputs))]) {
      const read = new InputReader(given);
      expect(read.string("id", ["properties", "id"])).toBeUndefined();
      expect(read.string("name", ["properties", "name"])).toBe("db01");
      expect(read.string("absent", ["properties", "absent"])).toBeUndefined();
      expect(read.strings("list", ["list"])).toEqual(["a"]);
      expect(read.string("inside", ["all", "inside"])).toBeUndefined();
      expect([...read.seen({}).unknown].sort()).toEqual(["id", "inside", "list"]);
    }
  });

  it("end somewhere, even where a value contains itself", () => {
    const inputs: Record<string, unknown> = {};
    inputs["self"] = inputs;
    expect(() => plainInputs(inputs)).not.toThrow();
  });
});
