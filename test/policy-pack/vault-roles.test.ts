import { beforeAll, describe, expect, it } from "vitest";
import { servePack, unknown, type ProgramResource, type ServedPack } from "./served-pack";

let pack: ServedPack;
beforeAll(async () => {
  pack = await servePack();
  await pack.configure({ settings: { edition: "current", scenario: "vmware-to-azure" } });
});

/** A vault behind a private endpoint, whose identity holds these roles on its cache account. */
function program(roles: readonly string[]): readonly ProgramResource[] {
  return [
    {
      type: "azure-native:recoveryservices:Vault",
      name: "vault",
      inputs: {
        vaultName: "rsv",
        resourceGroupName: "rg",
        location: "westeurope",
        identity: { type: "SystemAssigned" },
      },
    },
    {
      type: "azure-native:storage:StorageAccount",
      name: "account",
      inputs: {
        accountName: "stdr",
        resourceGroupName: "rg",
        location: "westeurope",
        kind: "StorageV2",
        sku: { name: "Standard_LRS" },
      },
    },
    {
      type: "azure-native:network:PrivateEndpoint",
      name: "endpoint",
      inputs: {
        privateEndpointName: "pe",
        subnet: { id: unknown },
        privateLinkServiceConnections: [{ privateLinkServiceId: unknown, groupIds: ["AzureSiteRecovery"] }],
      },
      references: { privateLinkServiceConnections: ["vault"] },
    },
    ...roles.map((role, index) => ({
      type: "azure-native:authorization:RoleAssignment",
      name: `role-${index}`,
      inputs: { scope: unknown, principalId: unknown, roleDefinitionId: role },
      references: { principalId: ["vault"], scope: ["account"] },
    })),
  ];
}

const contributor = "/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c";
const blobContributor =
  "/providers/Microsoft.Authorization/roleDefinitions/ba92f5b4-2d11-453d-a403-e96b0029c9fe";

describe("the roles of a vault's identity behind a private endpoint", () => {
  const identityFindings = async (roles: readonly string[]) =>
    (await pack.analyze(program(roles))).filter(({ policy }) => policy === "private-endpoint-identity");

  it("are enough", async () => {
    expect(await identityFindings([contributor, blobContributor])).toEqual([]);
  });

  it("are found lacking", async () => {
    const [found] = await identityFindings([contributor]);
    expect(found?.level).toBe("mandatory");
    expect(found?.message).toContain("without Storage Blob Data Contributor");
  });

  it("are not guessed at where one of them arises later", async () => {
    const [found] = await identityFindings([contributor, unknown]);
    expect(found?.level).toBe("advisory");
    expect(found?.message).toContain(
      "could not decide about vault: vaultRoles is not known until the deployment",
    );
  });
});
