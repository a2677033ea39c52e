import type { PolicyPackArgs } from "@pulumi/policy";
import * as deserialize from "@pulumi/policy/deserialize";
import { describe, expect, it, vi } from "vitest";
import { shareProperties } from "../../policy-pack/shared-properties";
import { servePack } from "./served-pack";

/** The contract with @pulumi/policy that `shareProperties` relies on; its types do not state it. */
describe("the properties of a resource", () => {
  it("are decoded once for all stack policies, and are the same to each", async () => {
    const sdk = deserialize as { deserializeProperties?: (properties: object) => object };
    const decode = sdk.deserializeProperties;
    if (decode === undefined) throw new Error("The SDK decodes elsewhere.");
    const decoded = vi.fn(decode);
    sdk.deserializeProperties = decoded;
    shareProperties();

    const seen: unknown[] = [];
    const policy = (name: string): PolicyPackArgs["policies"][number] => ({
      name,
      description: name,
      enforcementLevel: "mandatory",
      validateStack: ({ resources }) => {
        seen.push(...resources.map(({ props }) => JSON.stringify(props)));
      },
    });
    const served = await servePack({ policies: ["one", "two", "three"].map(policy) });
    await served.analyze([
      { type: "a:b:C", name: "first", inputs: { size: 1 } },
      { type: "a:b:C", name: "second", inputs: { size: 2 } },
    ]);
    expect(seen).toEqual(Array(3).fill(['{"size":1}', '{"size":2}']).flat());
    expect(decoded).toHaveBeenCalledTimes(2);
  });

  it("are left to the SDK where it has no such function", () => {
    const other = {};
    shareProperties(other);
    expect(other).toEqual({});
  });

  it("are not shared with remediations, which may change them", () => {
    const sdk = { deserializeProperties: () => ({}) };
    shareProperties(sdk);
    const properties = {} as never;
    const decode = sdk.deserializeProperties as (properties: never, proxySecrets: boolean) => object;
    expect(decode(properties, true)).not.toBe(decode(properties, true));
    expect(decode(properties, false)).toBe(decode(properties, false));
  });
});
