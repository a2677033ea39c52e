import { join } from "node:path";
import { DisasterRecoveryLandingZone } from "../../../../components";
import type { ComponentInputs } from "../row";
import { vaultId } from "./ids";

const vault = "recoveryservices:Vault dr-vault-vault";

const document = {
  schema: "asr-landing-zone/1",
  scenario: "vmware-to-azure",
  region: "westeurope",
  resourceGroups: { vault: { name: "rg" } },
  vault: { name: "rsv" },
};
const file = (name: string): string => join(__dirname, "../landing-zones", `${name}.yaml`);

export const disasterRecoveryLandingZone: ComponentInputs = {
  component: "DisasterRecoveryLandingZone",
  create: (name, args, opts) => new DisasterRecoveryLandingZone(name, args, opts),
  plain: { document },
  state: { "dr-vault-vault": { id: vaultId("rsv") } },
  rows: [
    {
      path: "document",
      value: { ...document, vault: { name: "other" } },
      reaches: { [`${vault}: vaultName`]: "other" },
    },
    {
      path: "file",
      value: file("other"),
      given: { document: undefined, file: file("one") },
      reaches: { [`${vault}: vaultName`]: "other" },
    },
    {
      path: "lock",
      value: true,
      appearing: ["RecoveryLock dr-lock", "authorization:ManagementLockByScope dr-lock-vault"],
    },
    {
      path: "keepVersionAliases",
      value: true,
      reaches: {
        "version aliases: azure-native:resources:ResourceGroup": true,
        "version aliases: azure-native:recoveryservices:Vault": true,
      },
    },
  ],
};
