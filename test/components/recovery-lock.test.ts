import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { RecoveryLock } from "../../components";
import { deployed, valueOf } from "./deployed";

const group = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers";
const vaultId = `${group}/Microsoft.RecoveryServices/vaults/rsv`;
const account = (name: string) => `${group}/Microsoft.Storage/storageAccounts/${name}`;

describe("RecoveryLock", () => {
  it("locks the vault and every account against deletion, and nothing else", async () => {
    const { named, resources, result } = await deployed(
      () =>
        new RecoveryLock("dr", {
          vaultId,
          storageAccountIds: [account("a"), pulumi.output(account("b"))],
          lockName: "keep",
          notes: "Ask the night shift.",
        }),
    );
    expect(resources.map(({ name }) => name)).toEqual(["dr", "dr-vault", "dr-account-1", "dr-account-2"]);
    const each = { level: "CanNotDelete", lockName: "keep", notes: "Ask the night shift." };
    expect(named("dr-vault").inputs).toEqual({ ...each, scope: vaultId });
    expect(named("dr-account-1").inputs).toEqual({ ...each, scope: account("a") });
    expect(named("dr-account-2").inputs).toEqual({ ...each, scope: account("b") });
    expect((await valueOf(result.lockIds)).map((id) => id.split("/").at(-1))).toEqual([
      "dr-vault",
      "dr-account-1",
      "dr-account-2",
    ]);
  });

  it("has a name and notes by default", async () => {
    const { one } = await deployed(() => new RecoveryLock("dr", { storageAccountIds: [account("a")] }));
    expect(one("azure-native:authorization:ManagementLockByScope").inputs).toMatchObject({
      lockName: "lock-dr",
      notes: expect.stringContaining("disaster recovery") as string,
    });
  });

  it("refuses to lock nothing, and what is neither vault nor account", () => {
    expect(() => new RecoveryLock("dr", {})).toThrow(/vaultId: Missing/);
    expect(() => new RecoveryLock("dr", { vaultId: account("a"), storageAccountIds: [vaultId] })).toThrow(
      /vaultId: [\s\S]*storageAccountIds\[0\]: /,
    );
  });
});
