import { AzureError } from "./azure-error";
import type { AzureSettings } from "./azure-settings";

/** One Azure cloud: where its Resource Manager is, who signs in, and for whom tokens are issued. */
export interface Cloud {
  readonly name: string;
  /** https address of Azure Resource Manager, without a slash at the end. */
  readonly endpoint: string;
  /** https address that issues tokens, without a slash at the end. */
  readonly authorityHost: string;
  /** What a token is asked for, with `/.default` at the end. */
  readonly scope: string;
  /** True outside the clouds that the identity library knows: their authority cannot be looked up. */
  readonly custom: boolean;
}

// Endpoints as @azure/identity's AzureAuthorityHosts and the clouds' own metadata documents state them.
const knownClouds: Readonly<Record<string, Cloud>> = {
  public: known("public", "https://management.azure.com", "https://login.microsoftonline.com"),
  usgovernment: known(
    "usgovernment",
    "https://management.usgovcloudapi.net",
    "https://login.microsoftonline.us",
  ),
  china: known("china", "https://management.chinacloudapi.cn", "https://login.chinacloudapi.cn"),
};

/** Other spellings in use: azure-native's, Terraform's and the Azure CLI's. */
const spellings: Readonly<Record<string, string>> = {
  azurecloud: "public",
  azurepubliccloud: "public",
  usgov: "usgovernment",
  usgovernmentl4: "usgovernment",
  azureusgovernment: "usgovernment",
  azureusgovernmentcloud: "usgovernment",
  azurechinacloud: "china",
};

/**
 * The cloud that the settings name; a custom one is asked for its metadata where only its host is given.
 *
 * @throws AzureError when the name is unknown, an address is not https, or the metadata cannot be read.
 */
export async function cloudOf(settings: AzureSettings): Promise<Cloud> {
  if (settings.endpoint !== undefined) {
    const endpoint = httpsAddress("endpoint", settings.endpoint);
    const authorityHost = httpsAddress("authorityHost", settings.authorityHost ?? endpoint);
    return { name: "custom", endpoint, authorityHost, scope: `${endpoint}/.default`, custom: true };
  }
  if (settings.metadataHost !== undefined) return cloudFromMetadata(settings.metadataHost);
  const asked = (settings.environment ?? "public").toLowerCase();
  const cloud = knownClouds[spellings[asked] ?? asked];
  if (cloud === undefined) {
    throw new AzureError(
      "UnknownCloud",
      `The Azure cloud "${settings.environment}" is not known; known are ${Object.keys(knownClouds).join(", ")}. ` +
        "A custom cloud is named by ARM_METADATA_HOSTNAME.",
    );
  }
  return settings.authorityHost === undefined
    ? cloud
    : { ...cloud, authorityHost: httpsAddress("authorityHost", settings.authorityHost) };
}

function known(name: string, endpoint: string, authorityHost: string): Cloud {
  return { name, endpoint, authorityHost, scope: `${endpoint}/.default`, custom: false };
}

interface Metadata {
  readonly resourceManager?: string;
  readonly authentication?: { readonly loginEndpoint?: string; readonly audiences?: readonly string[] };
}

async function cloudFromMetadata(host: string): Promise<Cloud> {
  const address = `https://${host}/metadata/endpoints?api-version=2022-09-01`;
  let metadata: Metadata;
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`the answer was ${response.status}`);
    metadata = (await response.json()) as Metadata;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new AzureError(
      "CloudMetadataUnreadable",
      `The cloud's metadata at ${address} cannot be read: ${why}.`,
    );
  }
  const endpoint = httpsAddress("resourceManager", metadata.resourceManager ?? `https://${host}`);
  const audience = metadata.authentication?.audiences?.[0] ?? endpoint;
  return {
    name: "custom",
    endpoint,
    authorityHost: httpsAddress("loginEndpoint", metadata.authentication?.loginEndpoint ?? endpoint),
    scope: `${audience.replace(/\/+$/, "")}/.default`,
    custom: true,
  };
}

function httpsAddress(what: string, value: string): string {
  if (!URL.canParse(value) || new URL(value).protocol !== "https:") {
    throw new AzureError(
      "NotHttps",
      `${what} is "${value}", which is no https address: Azure is never spoken to in the clear.`,
    );
  }
  return value.replace(/\/+$/, "");
}
