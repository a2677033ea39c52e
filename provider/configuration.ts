import type { AzureSettings } from "../azure/azure-settings";
import { editions } from "../limits/editions";
import type { ObjectDescription, PropertyDescription } from "./property-description";

const settings: Readonly<Record<keyof AzureSettings, PropertyDescription>> = {
  subscriptionId: {
    type: "string",
    description: "Subscription of things that have no id of their own. Default: ARM_SUBSCRIPTION_ID.",
  },
  tenantId: { type: "string", description: "Microsoft Entra tenant to sign in to. Default: ARM_TENANT_ID." },
  clientId: {
    type: "string",
    description: "Application, or user-assigned managed identity, that signs in. Default: ARM_CLIENT_ID.",
  },
  clientSecret: {
    type: "string",
    secret: true,
    description: "Secret of the application. Default: ARM_CLIENT_SECRET.",
  },
  clientCertificatePath: {
    type: "string",
    description:
      "PEM file with certificate and key of the application. Default: ARM_CLIENT_CERTIFICATE_PATH.",
  },
  clientCertificatePassword: {
    type: "string",
    secret: true,
    description: "Password of that file. Default: ARM_CLIENT_CERTIFICATE_PASSWORD.",
  },
  useOidc: {
    type: "boolean",
    description:
      "Sign in by a token of another issuer (workload identity federation). Default: ARM_USE_OIDC.",
  },
  oidcToken: { type: "string", secret: true, description: "The issuer's token. Default: ARM_OIDC_TOKEN." },
  oidcTokenFilePath: {
    type: "string",
    description: "File that holds the issuer's token. Default: ARM_OIDC_TOKEN_FILE_PATH.",
  },
  oidcRequestUrl: {
    type: "string",
    description: "Address at which a pipeline issues a token. Default: ARM_OIDC_REQUEST_URL.",
  },
  oidcRequestToken: {
    type: "string",
    secret: true,
    description: "Bearer token for that address. Default: ARM_OIDC_REQUEST_TOKEN.",
  },
  useMsi: {
    type: "boolean",
    description: "Sign in by the managed identity of the machine this runs on. Default: ARM_USE_MSI.",
  },
  environment: {
    type: "string",
    description: "Cloud: public, usgovernment or china. Default: ARM_ENVIRONMENT, else public.",
  },
  endpoint: {
    type: "string",
    description: "https address of a custom cloud's Azure Resource Manager. Default: ASR_ARM_ENDPOINT.",
  },
  authorityHost: {
    type: "string",
    description: "https address that signs in to a custom cloud. Default: AZURE_AUTHORITY_HOST.",
  },
  metadataHost: {
    type: "string",
    description: "Host of a custom cloud's metadata document. Default: ARM_METADATA_HOSTNAME.",
  },
};

/** The provider's configuration: how to reach Azure, who signs in, and the edition of the limits. */
export const configuration: ObjectDescription = {
  ...settings,
  edition: {
    type: "string",
    values: editions,
    description: "Edition of the documented limits that inputs are checked against. Default: current.",
  },
};
