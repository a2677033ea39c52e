import { randomBytes } from "node:crypto";
import { AzureError } from "../../azure/azure-error";
import { vaultOf } from "../../azure/site-recovery-id";
import type { OperationContext } from "../resource-definition";
import { namesIn, unlessAbsent, vaultScope } from "../vault-scope";

/** A key as the service issued it. */
export interface IssuedKey {
  readonly id: string;
  readonly certificateName: string;
  /** Content of the `.VaultCredentials` file. */
  readonly file: string;
  readonly fileName: string;
  readonly thumbprint: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

export interface KeyRequest {
  readonly vaultId: string;
  /** Hyper-V site that the key is for. */
  readonly fabricId: string | undefined;
  readonly validityInHours: number;
}

/** Of vaults, their certificates and their keys. */
export const vaultApiVersion = "2024-04-01";

interface CertificateDetails {
  readonly aadAudience?: string;
  readonly aadAuthority?: string;
  readonly aadTenantId?: string;
  readonly azureManagementEndpointAudience?: string;
  readonly certificate?: string;
  readonly resourceId?: number | string;
  readonly servicePrincipalClientId?: string;
  readonly thumbprint?: string;
  readonly validTo?: string;
}

interface Vault {
  readonly location: string;
  readonly properties?: { readonly privateEndpointStateForSiteRecovery?: string };
}

/** Has the service issue a certificate for the vault, and makes the file of it that a server registers with. */
export async function issueKey(request: KeyRequest, context: OperationContext): Promise<IssuedKey> {
  const { vaultId, fabricId, validityInHours } = request;
  const vaultNames = vaultOf(vaultId);
  if (vaultNames === undefined) throw new AzureError("NotInVault", `"${vaultId}" is not the id of a vault.`);
  const { arm } = context.connection;
  const abortSignal = context.signal;
  const site = fabricId === undefined ? undefined : await siteOf(fabricId, context);
  const vault = (await arm.get(vaultId, vaultApiVersion, { abortSignal })) as Vault;
  const channelIntegrityKey = await integrityKey(vaultId, context);

  const certificateName = nameFor(vaultNames.vaultName, new Date());
  const id = `${vaultId}/certificates/${certificateName}`;
  const path = `${vaultId}/certificates/${encodeURIComponent(certificateName)}`;
  const body = { certificateCreateOptions: { validityInHours } };
  const answer = (await arm.request("PUT", path, vaultApiVersion, {
    body,
    abortSignal,
    exactIntegers: true,
  })) as { readonly properties?: CertificateDetails } | undefined;
  const issued = complete(answer?.properties ?? {}, id);
  // Most plugins never issue a key: what writes XML is loaded for those that do.
  const { credentialsFile } = await import("./credentials-file.js");
  const file = credentialsFile({
    ...vaultNames,
    location: vault.location,
    resourceId: String(issued.resourceId),
    certificate: issued.certificate,
    aadAuthority: issued.aadAuthority,
    aadTenantId: issued.aadTenantId,
    servicePrincipalClientId: issued.servicePrincipalClientId,
    // Where the service leaves it out, its clients make it of the vault.
    aadAudience:
      issued.aadAudience ??
      `https://RecoveryServiceVault/${vault.location}/${vaultNames.vaultName}/${issued.resourceId}`,
    managementEndpoint: issued.azureManagementEndpointAudience,
    channelIntegrityKey,
    site,
    privateEndpointState: vault.properties?.privateEndpointStateForSiteRecovery ?? "None",
  });
  const stem = site === undefined ? vaultNames.vaultName : `${site.name}_${vaultNames.vaultName}`;
  return {
    id,
    certificateName,
    file,
    fileName: `${stem}.VaultCredentials`,
    thumbprint: issued.thumbprint,
    expiresAt: issued.validTo,
  };
}

/** As the portal names them, and one of its own for each key. */
function nameFor(vaultName: string, now: Date): string {
  const day = `${now.getUTCMonth() + 1}-${now.getUTCDate()}-${now.getUTCFullYear()}`;
  return `CN=CB_${vaultName}-${day}-${randomBytes(4).toString("hex")}-vaultcredentials`;
}

/** The site as its hosts are told of it. */
async function siteOf(
  fabricId: string,
  context: OperationContext,
): Promise<{ readonly id: string; readonly name: string }> {
  const { client, vault } = vaultScope(context.connection, fabricId);
  const [name] = namesIn(fabricId, "replicationFabrics");
  const { properties } = await client.replicationFabrics.get(...vault, name, { abortSignal: context.signal });
  const kind = properties?.customDetails?.instanceType;
  if (kind !== "HyperVSite") {
    throw new AzureError(
      "NoHyperVSite",
      `${fabricId} is of the kind ${kind ?? "(none)"}: a key for one fabric is a Hyper-V site's; leave fabricId out for others.`,
    );
  }
  return { id: properties?.internalIdentifier ?? "", name: properties?.friendlyName ?? name };
}

/** The key that servers and service sign their messages with. A vault that nobody has registered with has none yet. */
async function integrityKey(vaultId: string, context: OperationContext): Promise<string> {
  const { arm } = context.connection;
  const abortSignal = context.signal;
  const path = `${vaultId}/extendedInformation/vaultExtendedInfo`;
  const held = (await unlessAbsent(arm.get(path, vaultApiVersion, { abortSignal }))) as
    { readonly properties?: { readonly algorithm?: string; readonly integrityKey?: string } } | undefined;
  if (held === undefined) {
    const properties = { integrityKey: randomBytes(16).toString("base64"), algorithm: "None" };
    await arm.request("PUT", path, vaultApiVersion, { body: { properties }, abortSignal });
    return properties.integrityKey;
  }
  const { algorithm, integrityKey: key } = held.properties ?? {};
  if (algorithm?.toLowerCase() === "none" && key !== undefined) return key;
  throw new AzureError(
    "IntegrityKeyEncrypted",
    `The integrity key of ${vaultId} is kept by the algorithm ${algorithm ?? "(unnamed)"}, so that nobody but the ` +
      "portal reads it: download the registration key there.",
  );
}

/** What a file cannot do without, and what is told of it. */
const needed = [
  "aadAuthority",
  "aadTenantId",
  "azureManagementEndpointAudience",
  "certificate",
  "resourceId",
  "servicePrincipalClientId",
  "thumbprint",
  "validTo",
] as const;

type Complete = CertificateDetails & Required<Pick<CertificateDetails, (typeof needed)[number]>>;

function complete(details: CertificateDetails, id: string): Complete {
  const absent = needed.filter((name) => details[name] === undefined);
  if (absent.length === 0) return details as Complete;
  throw new AzureError(
    "KeyIncomplete",
    `The service issued ${id} without ${absent.join(", ")}: download the registration key in the portal.`,
  );
}
