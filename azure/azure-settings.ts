/**
 * How to reach Azure and who signs in: what a provider's configuration and the environment say, by the names that
 * azure-native uses. Nothing is read from a file here, and nothing is sent.
 */
export interface AzureSettings {
  readonly subscriptionId?: string;
  readonly tenantId?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly clientCertificatePath?: string;
  readonly clientCertificatePassword?: string;
  readonly useOidc?: boolean;
  readonly oidcToken?: string;
  readonly oidcTokenFilePath?: string;
  /** Address and bearer token by which a pipeline (GitHub Actions, Azure Pipelines) issues an OIDC token. */
  readonly oidcRequestUrl?: string;
  readonly oidcRequestToken?: string;
  readonly useMsi?: boolean;
  /** `public`, `usgovernment` or `china`; a custom cloud is named by `endpoint` or `metadataHost`. */
  readonly environment?: string;
  /** https address of a custom cloud's Azure Resource Manager. */
  readonly endpoint?: string;
  /** https address that signs in to a custom cloud. */
  readonly authorityHost?: string;
  /** Host that serves a custom cloud's metadata document, with its port if it is not 443. */
  readonly metadataHost?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Variables by setting, in order: the first that is set wins. */
const variables: Readonly<Record<keyof AzureSettings, readonly string[]>> = {
  subscriptionId: ["ARM_SUBSCRIPTION_ID", "AZURE_SUBSCRIPTION_ID"],
  tenantId: ["ARM_TENANT_ID", "AZURE_TENANT_ID"],
  clientId: ["ARM_CLIENT_ID", "AZURE_CLIENT_ID"],
  clientSecret: ["ARM_CLIENT_SECRET", "AZURE_CLIENT_SECRET"],
  clientCertificatePath: ["ARM_CLIENT_CERTIFICATE_PATH", "AZURE_CLIENT_CERTIFICATE_PATH"],
  clientCertificatePassword: ["ARM_CLIENT_CERTIFICATE_PASSWORD", "AZURE_CLIENT_CERTIFICATE_PASSWORD"],
  useOidc: ["ARM_USE_OIDC"],
  oidcToken: ["ARM_OIDC_TOKEN"],
  oidcTokenFilePath: ["ARM_OIDC_TOKEN_FILE_PATH", "AZURE_FEDERATED_TOKEN_FILE"],
  oidcRequestUrl: ["ARM_OIDC_REQUEST_URL", "ACTIONS_ID_TOKEN_REQUEST_URL"],
  oidcRequestToken: ["ARM_OIDC_REQUEST_TOKEN", "ACTIONS_ID_TOKEN_REQUEST_TOKEN"],
  useMsi: ["ARM_USE_MSI"],
  environment: ["ARM_ENVIRONMENT", "AZURE_ENVIRONMENT"],
  endpoint: ["ASR_ARM_ENDPOINT"],
  authorityHost: ["AZURE_AUTHORITY_HOST"],
  metadataHost: ["ARM_METADATA_HOSTNAME", "ARM_METADATA_HOST"],
};

/** The settings' names, as a provider's configuration spells them. */
export const settingNames = Object.keys(variables) as readonly (keyof AzureSettings)[];

/**
 * The settings of a configuration, completed from the environment; the configuration wins.
 *
 * @param configuration text values by setting name; names that are no setting are ignored.
 */
export function azureSettings(
  configuration: Readonly<Record<string, string | boolean | undefined>>,
  environment: Environment,
): AzureSettings {
  const found = settingNames.flatMap((name) => {
    const given = configuration[name];
    const value =
      given === undefined || given === ""
        ? variables[name].map((variable) => environment[variable]).find((text) => text)
        : given;
    if (value === undefined) return [];
    return [[name, name === "useOidc" || name === "useMsi" ? isTrue(value) : String(value)] as const];
  });
  return Object.fromEntries(found);
}

/** Variable that a setting can be given by, for error messages. */
export function variableOf(name: keyof AzureSettings): string {
  return variables[name][0] ?? name;
}

function isTrue(value: string | boolean): boolean {
  return value === true || /^(?:1|true|yes)$/i.test(String(value));
}
