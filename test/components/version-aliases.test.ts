import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { CacheStorage } from "../../components";
import { withoutVersionAliases } from "../../components/inputs/version-aliases";
import { deployed } from "./deployed";

/** Types that the children of a component would accept as their former ones, as the engine is told. */
async function aliasTypes(keepVersionAliases: boolean): Promise<readonly string[]> {
  const seen: string[] = [];
  // A parent's transformation runs after those of the component.
  const spy: pulumi.ResourceTransformation = ({ opts }) => {
    const aliases = (opts.aliases ?? []) as readonly pulumi.Alias[];
    seen.push(...aliases.flatMap((alias) => (typeof alias.type === "string" ? [alias.type] : [])));
    return undefined;
  };
  await deployed(() => {
    const parent = new pulumi.ComponentResource(
      "test:index:Parent",
      "parent",
      {},
      { transformations: [spy] },
    );
    return new CacheStorage(
      "cache",
      { resourceGroupName: "rg", location: "westeurope", keepVersionAliases },
      { parent },
    );
  });
  return seen;
}

const transformed = (aliases: pulumi.Input<string | pulumi.Alias>[]) => {
  const transformation = withoutVersionAliases({}, false).transformations?.at(-1);
  const args = { resource: undefined as never, type: "t", name: "n", props: {}, opts: { aliases } };
  return (transformation?.(args)?.opts ?? args.opts).aliases;
};

describe("version aliases", () => {
  it("are dropped from azure-native children", () => {
    expect(
      transformed([
        { type: "azure-native:storage/v20230101:StorageAccount" },
        { type: "azure-native:storage/v20150501preview:StorageAccount" },
      ]),
    ).toEqual([]);
  });

  it("leave the user's aliases and those of renamed modules", () => {
    const kept = [
      "urn:pulumi:stack::project::azure-native:storage/v20230101:StorageAccount::old",
      { name: "old" },
      { type: "azure-native:storage/v20230101:StorageAccount", name: "old" },
      { type: "azure-native:insights:DiagnosticSetting" },
      { type: "azure:storage/account:Account" },
      pulumi.output({ name: "later" }),
    ];
    expect(transformed(kept)).toEqual(kept);
  });

  it("stay on request", async () => {
    expect(withoutVersionAliases({ protect: true }, true)).toMatchObject({ protect: true });
    const [kept, dropped] = [await aliasTypes(true), await aliasTypes(false)];
    expect(kept.length).toBeGreaterThan(dropped.length);
    expect(dropped.filter((type) => /\/v\d/.test(type))).toEqual([]);
  });
});
