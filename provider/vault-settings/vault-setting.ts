import { waitForOperation } from "../../azure/long-running-operation";
import { stringOf } from "../../plugin-protocol/property-value";
import { definedOnly } from "../input-values";
import { vaultScope } from "../vault-scope";
import { vaultSingleton } from "./vault-singleton";

const settingName = "default";

/** Settings of Site Recovery as a whole in a vault. */
export const vaultSetting = vaultSingleton({
  className: "VaultSetting",
  description:
    "Settings of Site Recovery as a whole in a vault. Every vault has them from the start: creating writes them, " +
    "deleting writes them empty. azure-native has no such resource.",
  segment: "replicationVaultSettings",
  settingName,
  original: {},
  properties: {
    migrationSolutionId: {
      type: "string",
      format: "arm-id",
      description: "ARM id of the Azure Migrate solution that the vault works for.",
    },
    vmwareToAzureProviderType: {
      type: "string",
      description: "The provider by which VMware machines are replicated, as the service spells it.",
    },
  },

  async get(id, context) {
    const { client, vault } = vaultScope(context.connection, id);
    const abortSignal = context.signal;
    const { properties } = await client.replicationVaultSetting.get(...vault, settingName, { abortSignal });
    const { migrationSolutionId, vmwareToAzureProviderType } = properties ?? {};
    return definedOnly({ migrationSolutionId, vmwareToAzureProviderType });
  },

  put(id, inputs, context) {
    const { client, vault } = vaultScope(context.connection, id);
    const migrationSolutionId = stringOf(inputs["migrationSolutionId"]);
    const vmwareToAzureProviderType = stringOf(inputs["vmwareToAzureProviderType"]);
    const properties = {
      ...(migrationSolutionId === undefined ? {} : { migrationSolutionId }),
      ...(vmwareToAzureProviderType === undefined ? {} : { vmwareToAzureProviderType }),
    };
    return waitForOperation(
      (options) => client.replicationVaultSetting.beginCreate(...vault, settingName, { properties }, options),
      context.signal,
    );
  },
});
