import { create as parseXml } from "xmlbuilder2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withDescribedSecrets } from "../../provider/shape/described-secrets";
import { SecretValue } from "../../plugin-protocol/property-value";
import { replicationFabric } from "../../provider/replication-fabric/replication-fabric";
import { vaultRegistrationKey } from "../../provider/vault-registration-key/vault-registration-key";
import { providerWorld, type ProviderWorld, type Verbs } from "./provider-world";

let world: ProviderWorld;
let keys: Verbs;
let siteId: string;

beforeAll(async () => {
  world = await providerWorld();
  keys = world.verbs(vaultRegistrationKey);
  const fabrics = world.verbs(replicationFabric);
  ({ id: siteId } = await fabrics.create({ vaultId: world.vaultId, name: "berlin", kind: "HyperVSite" }));
  await fabrics.create({ vaultId: world.vaultId, name: "west", kind: "Azure", location: "westeurope" });
});
afterAll(() => world.close());

/** The document of a key's file. */
function held(file: unknown): Readonly<Record<string, unknown>> {
  const { RSVaultAsrCreds } = parseXml(file as string).end({ format: "object" }) as {
    readonly RSVaultAsrCreds: Readonly<Record<string, unknown>>;
  };
  return RSVaultAsrCreds;
}

const extendedInfo = () => `${world.vaultId}/extendedInformation/vaultExtendedInfo`;

describe("VaultRegistrationKey", () => {
  it("has the service issue a certificate, and makes of it the file that a host of the site registers with", async () => {
    const { id, outputs } = await keys.create({ vaultId: world.vaultId, fabricId: siteId });
    expect(id).toBe(`${world.vaultId}/certificates/${outputs["certificateName"] as string}`);
    expect(outputs["certificateName"]).toMatch(/^CN=CB_vault-\d+-\d+-\d{4}-[0-9a-f]{8}-vaultcredentials$/);
    expect(outputs["fileName"]).toBe("berlin_vault.VaultCredentials");
    const hours =
      (Date.parse(outputs["expiresAt"] as string) - world.simulator.clock.now().getTime()) / 3_600_000;
    expect(hours).toBeCloseTo(120, 1);

    const fabric = (await world.connection.arm.get(siteId, "2025-01-01")) as {
      readonly properties: { readonly internalIdentifier: string };
    };
    const { properties } = (await world.connection.arm.get(extendedInfo(), "2024-04-01")) as {
      readonly properties: { readonly integrityKey: string };
    };
    const file = held(outputs["file"]);
    expect(Object.keys(file).filter((name) => !name.startsWith("@"))).toEqual([
      "VaultDetails",
      "ManagementCert",
      "Version",
      "AadDetails",
      "ChannelIntegrityKey",
      "SiteId",
      "SiteName",
      "PrivateEndpointStateForSiteRecovery",
    ]);
    expect(file).toMatchObject({
      "@xmlns":
        "http://schemas.datacontract.org/2004/07/Microsoft.Azure.Portal.RecoveryServices.Models.Common",
      VaultDetails: {
        SubscriptionId: world.simulator.subscriptionId,
        ResourceGroup: "rg",
        ResourceName: "vault",
        Location: "westeurope",
        ResourceType: "Vaults",
        ProviderNamespace: "Microsoft.RecoveryServices",
      },
      Version: "2.0",
      ChannelIntegrityKey: properties.integrityKey,
      SiteId: fabric.properties.internalIdentifier,
      SiteName: "berlin",
      PrivateEndpointStateForSiteRecovery: "None",
    });
    const certificate = Buffer.from(file["ManagementCert"] as string, "base64").toString();
    expect(certificate.toUpperCase()).toBe(`ISSUED:${outputs["thumbprint"] as string}`);
  });

  it("is for the vault as a whole without a site, and as long as asked", async () => {
    const { outputs } = await keys.create({ vaultId: world.vaultId, validityInHours: 2 });
    expect(outputs["fileName"]).toBe("vault.VaultCredentials");
    expect(outputs["file"]).toMatch(/<SiteId\/>\s*<SiteName\/>/);
    const hours =
      (Date.parse(outputs["expiresAt"] as string) - world.simulator.clock.now().getTime()) / 3_600_000;
    expect(hours).toBeCloseTo(2, 1);
  });

  it("hands its file over as a secret", async () => {
    const { outputs } = await keys.create({ vaultId: world.vaultId });
    expect(withDescribedSecrets(outputs, vaultRegistrationKey)["file"]).toBeInstanceOf(SecretValue);
  });

  it("stays as it is on a refresh as long as its vault is there, and cannot be imported", async () => {
    const { id, outputs } = await keys.create({ vaultId: world.vaultId });
    const context = { connection: world.connection, signal: new AbortController().signal } as never;
    const given = { vaultId: world.vaultId };
    const read = (keyId: string) =>
      vaultRegistrationKey.read({ id: keyId, inputs: given, state: outputs }, context);
    expect(await read(id)).toEqual({ id, inputs: given, outputs });
    expect(await read(id.replace("/vaults/vault/", "/vaults/gone/"))).toBeUndefined();
    await expect(keys.read(id)).rejects.toThrow(/shows a key only when it issues it/);
    await keys.delete({ id, outputs });
  });

  it("refuses fabrics that are no Hyper-V sites", async () => {
    const fabricId = `${world.vaultId}/replicationFabrics/west`;
    await expect(keys.create({ vaultId: world.vaultId, fabricId })).rejects.toThrow(
      /kind Azure.*leave fabricId out/,
    );
  });

  it("refuses a fabric of another vault, and no time at all", () => {
    const context = {} as never;
    const problems = vaultRegistrationKey.check?.(
      {
        vaultId: world.vaultId,
        fabricId: siteId.replace("/vaults/vault/", "/vaults/vault2/"),
        validityInHours: 0,
      },
      context,
    ).problems;
    expect(problems?.map(({ property }) => property)).toEqual(["validityInHours", "fabricId"]);
  });

  it("says so where the integrity key cannot be read", async () => {
    const before = await world.connection.arm.get(extendedInfo(), "2024-04-01");
    const put = (body: unknown) =>
      world.connection.arm.request("PUT", extendedInfo(), "2024-04-01", { body });
    await put({ properties: { algorithm: "RSAPKCS1V17", integrityKey: "sealed" } });
    await expect(keys.create({ vaultId: world.vaultId })).rejects.toThrow(
      /RSAPKCS1V17.*download the registration key there/,
    );
    await put(before);
  });
});
