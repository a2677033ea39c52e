import { describe, expect, it } from "vitest";
import { CacheStorage, RecoveryNetwork, RecoveryVault, ReplicationPolicies } from "../../components";
import { deployed, valueOf } from "./deployed";

const scope = {
  edition: "2019-05",
  scenario: "vmware-to-azure",
  experience: "classic",
  intent: "migration",
} as const;
const placed = { ...scope, resourceGroupName: "rg", location: "westeurope" };

describe("by what a component was judged", () => {
  it.each([
    ["CacheStorage", () => new CacheStorage("dr", placed)],
    ["RecoveryVault", () => new RecoveryVault("dr", placed)],
    [
      "RecoveryNetwork",
      () =>
        new RecoveryNetwork("dr", {
          ...placed,
          recovery: {
            addressSpaces: ["10.0.0.0/16"],
            subnets: [{ name: "a", addressPrefix: "10.0.0.0/24" }],
          },
        }),
    ],
    [
      "ReplicationPolicies",
      () => new ReplicationPolicies("dr", { ...scope, resourceGroupName: "rg", vaultName: "rsv" }),
    ],
  ] as const)("is an output of %s", async (_name, program) => {
    const { result } = await deployed<ReturnType<typeof program>>(program);
    expect(await valueOf(result.scope)).toEqual(scope);
  });
});
