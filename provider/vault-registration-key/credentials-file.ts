import { create } from "xmlbuilder2";

/** What a server or a host registers with, as the parts of its file. */
export interface VaultCredentials {
  readonly subscriptionId: string;
  readonly resourceGroupName: string;
  readonly vaultName: string;
  /** Number that the service has for the vault; text, because it is longer than a `number` holds. */
  readonly resourceId: string;
  readonly location: string;
  /** Certificate with its private key, base64. */
  readonly certificate: string;
  readonly aadAuthority: string;
  readonly aadTenantId: string;
  readonly servicePrincipalClientId: string;
  readonly aadAudience: string;
  readonly managementEndpoint: string;
  readonly channelIntegrityKey: string;
  /** The Hyper-V site that the host is for. */
  readonly site: { readonly id: string; readonly name: string } | undefined;
  readonly privateEndpointState: string;
}

/** Version of the form that names Microsoft Entra ID. */
const formVersion = "2.0";

const namespace =
  "http://schemas.datacontract.org/2004/07/Microsoft.Azure.Portal.RecoveryServices.Models.Common";

/**
 * The `.VaultCredentials` file: a data contract `RSVaultAsrCreds`, whose elements are read in this order.
 *
 * @see https://github.com/Azure/azure-powershell/blob/main/src/RecoveryServices/RecoveryServices/Models/RSVaultAsrCreds.cs
 */
export function credentialsFile(held: VaultCredentials): string {
  const content = {
    "@xmlns": namespace,
    "@xmlns:i": "http://www.w3.org/2001/XMLSchema-instance",
    VaultDetails: {
      SubscriptionId: held.subscriptionId,
      ResourceGroup: held.resourceGroupName,
      ResourceName: held.vaultName,
      ResourceId: held.resourceId,
      Location: held.location,
      ResourceType: "Vaults",
      ProviderNamespace: "Microsoft.RecoveryServices",
    },
    ManagementCert: held.certificate,
    Version: formVersion,
    AadDetails: {
      AadAuthority: held.aadAuthority,
      AadTenantId: held.aadTenantId,
      ServicePrincipalClientId: held.servicePrincipalClientId,
      AadVaultAudience: held.aadAudience,
      ArmManagementEndpoint: held.managementEndpoint,
    },
    ChannelIntegrityKey: held.channelIntegrityKey,
    SiteId: held.site?.id ?? "",
    SiteName: held.site?.name ?? "",
    PrivateEndpointStateForSiteRecovery: held.privateEndpointState,
  };
  return create({ version: "1.0", encoding: "utf-8" }, { RSVaultAsrCreds: content }).end({
    prettyPrint: true,
  });
}
