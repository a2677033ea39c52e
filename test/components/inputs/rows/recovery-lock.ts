import { RecoveryLock } from "../../../../components";
import type { ComponentInputs } from "../row";
import { accountId, vaultId } from "./ids";

const ofVault = "authorization:ManagementLockByScope dr-vault";
const ofAccount = "authorization:ManagementLockByScope dr-account-1";

export const recoveryLock: ComponentInputs = {
  component: "RecoveryLock",
  create: (name, args, opts) => new RecoveryLock(name, args, opts),
  plain: { vaultId: vaultId("rsv"), storageAccountIds: [accountId("one")] },
  rows: [
    { path: "vaultId", value: vaultId("other"), reaches: `${ofVault}: scope` },
    { path: "storageAccountIds[]", value: accountId("other"), reaches: `${ofAccount}: scope` },
    { path: "lockName", value: "other", reaches: [`${ofVault}: lockName`, `${ofAccount}: lockName`] },
    { path: "notes", value: "other", reaches: [`${ofVault}: notes`, `${ofAccount}: notes`] },
    {
      path: "keepVersionAliases",
      value: true,
      reaches: "version aliases: azure-native:authorization:ManagementLockByScope",
    },
  ],
};
