import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { CacheStorage } from "../../components";
import { checkedInputs, type SeenInputs } from "../../components/inputs/input-problems";
import { deployed } from "./deployed";

/** Both together are wrong, each alone is not. */
const check = (seen: SeenInputs) =>
  seen["kind"] === "StorageV2" && (seen["nested"] as { sku?: unknown } | undefined)?.sku === "Premium_LRS"
    ? [{ propertyPath: "kind", reason: "Not with that SKU." }]
    : [];

interface Settling {
  readonly isKnown: Promise<boolean>;
  readonly isSecret: Promise<boolean>;
  promise(): Promise<unknown>;
}

/** The value of an Output, or the error in its place. */
function settled(output: unknown): Promise<unknown> {
  const settling = output as Settling;
  // What an Output says about itself fails with it.
  for (const part of [settling.isKnown, settling.isSecret]) part.catch(() => undefined);
  return settling.promise().catch((error: unknown) => error);
}

describe("inputs that arise later", () => {
  it("are checked once they are known, with what was known before", async () => {
    const later = pulumi.output(Promise.resolve("Premium_LRS"));
    const { inputs, problems } = checkedInputs(
      "Account a",
      { kind: "StorageV2", nested: { sku: later } },
      check,
    );
    expect(problems).toEqual([]);
    expect(inputs.kind).toBe("StorageV2");
    const error = await settled(inputs.nested.sku);
    expect(pulumi.InputPropertiesError.isInstance(error)).toBe(true);
    expect((error as Error).message).toBe("Account a cannot be created:\n  - kind: Not with that SKU.");
  });

  it("are checked together, whichever arises last", async () => {
    const { inputs } = checkedInputs(
      "Account a",
      {
        kind: pulumi.output(Promise.resolve("StorageV2")),
        nested: { sku: pulumi.output(new Promise((resolve) => setImmediate(resolve, "Premium_LRS"))) },
      },
      check,
    );
    expect(await settled(inputs.kind)).toBe("StorageV2");
    expect(await settled(inputs.nested.sku)).toBeInstanceOf(Error);
  });

  it("are left as they are where nothing is wrong, secrets too", async () => {
    const { inputs } = checkedInputs("Account a", { kind: pulumi.secret("Storage"), nested: {} }, check);
    expect(await settled(inputs.kind)).toBe("Storage");
    expect(await pulumi.isSecret(inputs.kind)).toBe(true);
  });
});

describe("documented limits at construction", () => {
  const account = { resourceGroupName: "rg", location: "westeurope" };

  it("stop a component before anything is registered", async () => {
    const { resources } = await deployed(() => {
      expect(
        () =>
          new CacheStorage("cache", {
            ...account,
            edition: "2019-05",
            scenario: "vmware-to-azure",
            kind: "StorageV2",
          }),
      ).toThrow(/kind: The account is of kind StorageV2.*ASR-0002.*edition 2019-05.*section "Azure storage"/);
    });
    expect(resources).toEqual([]);
  });

  it("follow the edition of the stack's configuration", async () => {
    await deployed(() => {
      pulumi.runtime.setConfig("azure-siterecovery:edition", "2019-05");
      expect(
        () => new CacheStorage("cache", { ...account, scenario: "vmware-to-azure", kind: "StorageV2" }),
      ).toThrow(/edition 2019-05/);
    });
  });

  it("choose the kind of account where none is given", async () => {
    const kindIn = async (edition: "2016-12" | "2019-05" | "current") => {
      const { named } = await deployed(
        () => new CacheStorage("cache", { ...account, edition, scenario: "vmware-to-azure" }),
      );
      return named("cache-account").inputs["kind"];
    };
    expect(await kindIn("2019-05")).toBe("Storage");
    expect(await kindIn("current")).toBe("StorageV2");
  });
});
