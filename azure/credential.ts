import {
  ClientAssertionCredential,
  ClientCertificateCredential,
  ClientSecretCredential,
  DefaultAzureCredential,
  ManagedIdentityCredential,
  type TokenCredential,
} from "@azure/identity";
import { readFile } from "node:fs/promises";
import { AzureError } from "./azure-error";
import { variableOf, type AzureSettings } from "./azure-settings";
import type { Cloud } from "./cloud";

/**
 * Who signs in: OIDC, managed identity, certificate or secret where the settings ask for one, in this order, as
 * azure-native does; else whatever `DefaultAzureCredential` finds (`az login`, workload identity, …).
 *
 * @throws AzureError naming the setting that is missing for the way that was asked for.
 */
export function credentialFor(settings: AzureSettings, cloud: Cloud): TokenCredential {
  const authority = { authorityHost: cloud.authorityHost, disableInstanceDiscovery: cloud.custom };
  if (settings.useOidc === true) {
    return new ClientAssertionCredential(
      required(settings, "tenantId"),
      required(settings, "clientId"),
      () => oidcToken(settings),
      authority,
    );
  }
  if (settings.useMsi === true) {
    return settings.clientId === undefined
      ? new ManagedIdentityCredential(authority)
      : new ManagedIdentityCredential({ clientId: settings.clientId, ...authority });
  }
  if (settings.clientCertificatePath !== undefined) {
    const certificate = {
      certificatePath: settings.clientCertificatePath,
      ...(settings.clientCertificatePassword === undefined
        ? {}
        : { certificatePassword: settings.clientCertificatePassword }),
    };
    return new ClientCertificateCredential(
      required(settings, "tenantId"),
      required(settings, "clientId"),
      certificate,
      authority,
    );
  }
  if (settings.clientSecret !== undefined) {
    return new ClientSecretCredential(
      required(settings, "tenantId"),
      required(settings, "clientId"),
      settings.clientSecret,
      authority,
    );
  }
  return new DefaultAzureCredential(
    settings.tenantId === undefined ? authority : { tenantId: settings.tenantId, ...authority },
  );
}

function required(settings: AzureSettings, name: "tenantId" | "clientId"): string {
  const value = settings[name];
  if (value !== undefined) return value;
  throw new AzureError(
    "SignInIncomplete",
    `Signing in needs ${name}: set it in the configuration or by ${variableOf(name)}.`,
  );
}

async function oidcToken(settings: AzureSettings): Promise<string> {
  if (settings.oidcToken !== undefined) return settings.oidcToken;
  if (settings.oidcTokenFilePath !== undefined) {
    return (await readFile(settings.oidcTokenFilePath, "utf8")).trim();
  }
  const { oidcRequestUrl: url, oidcRequestToken: bearer } = settings;
  if (url === undefined || bearer === undefined) {
    throw new AzureError(
      "SignInIncomplete",
      "Signing in by OIDC needs oidcToken, oidcTokenFilePath, or oidcRequestUrl with oidcRequestToken.",
    );
  }
  const address = new URL(url);
  address.searchParams.set("audience", "api://AzureADTokenExchange");
  const response = await fetch(address, { headers: { authorization: `Bearer ${bearer}` } });
  if (!response.ok) {
    throw new AzureError(
      "OidcTokenRefused",
      `The pipeline's OIDC token endpoint ${address.host} answered ${response.status}.`,
    );
  }
  const { value } = (await response.json()) as { readonly value?: string };
  if (value === undefined) throw new AzureError("OidcTokenRefused", `${address.host} sent no token.`);
  return value;
}
