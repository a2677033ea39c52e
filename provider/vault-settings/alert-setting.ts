import { stringOf, withoutSecrets, type PropertyMap } from "../../plugin-protocol/property-value";
import { definedOnly } from "../input-values";
import type { OperationContext } from "../resource-definition";
import { vaultScope } from "../vault-scope";
import { vaultSingleton } from "./vault-singleton";

const settingName = "defaultAlertSetting";
const original = { sendToOwners: "DoNotSend", customEmailAddresses: [], locale: "en-US" };

/** E-mail about Site Recovery's events. */
export const alertSetting = vaultSingleton({
  className: "AlertSetting",
  description:
    "Who gets e-mail about Site Recovery's events in a vault. Every vault has this setting from the start: creating " +
    "writes it, deleting puts back what a new vault has (nobody gets any). azure-native has no such resource.",
  segment: "replicationAlertSettings",
  settingName,
  original,
  properties: {
    sendToOwners: {
      type: "string",
      values: ["Send", "DoNotSend"],
      default: original.sendToOwners,
      description: "Whether the owners of the subscription get e-mail. Default: `DoNotSend`.",
    },
    customEmailAddresses: {
      type: "list",
      items: { type: "string", description: "An e-mail address." },
      description: "Who else gets e-mail. Default: nobody.",
    },
    locale: {
      type: "string",
      default: original.locale,
      description: "Language of the e-mail. Default: `en-US`.",
    },
  },

  async get(id, context) {
    const { client, vault } = vaultScope(context.connection, id);
    const abortSignal = context.signal;
    const { properties } = await client.replicationAlertSettings.get(...vault, settingName, { abortSignal });
    const { sendToOwners, customEmailAddresses, locale } = properties ?? {};
    return definedOnly({ sendToOwners, customEmailAddresses, locale });
  },

  put(id, properties, context) {
    return put(id, properties, context);
  },
});

function put(id: string, properties: PropertyMap, context: OperationContext): Promise<unknown> {
  const { client, vault } = vaultScope(context.connection, id);
  const addresses = properties["customEmailAddresses"];
  const sendToOwners = stringOf(properties["sendToOwners"]);
  const locale = stringOf(properties["locale"]);
  const body = {
    ...(sendToOwners === undefined ? {} : { sendToOwners }),
    ...(locale === undefined ? {} : { locale }),
    customEmailAddresses: addresses === undefined ? [] : (withoutSecrets(addresses) as string[]),
  };
  return client.replicationAlertSettings.create(
    ...vault,
    settingName,
    { properties: body },
    { abortSignal: context.signal },
  );
}
