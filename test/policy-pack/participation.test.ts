import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { servePack, unknown, type ProgramResource, type ServedPack } from "./served-pack";

let pack: ServedPack;
beforeAll(async () => {
  pack = await servePack();
});
const edition = { edition: "2019-05", scenario: "vmware-to-azure" } as const;
beforeEach(() => pack.configure({ settings: edition }));

const group: ProgramResource = {
  type: "azure-native:resources:ResourceGroup",
  name: "group",
  inputs: { resourceGroupName: "rg-dr" },
};
const vault: ProgramResource = {
  type: "azure-native:recoveryservices:Vault",
  name: "vault",
  inputs: { vaultName: "rsv", resourceGroupName: unknown, location: "westeurope" },
  references: { resourceGroupName: ["group"] },
};
/** A general-purpose v2 account, which the edition refuses for replication: found where it takes part. */
const account: ProgramResource = {
  type: "azure-native:storage:StorageAccount",
  name: "account",
  inputs: {
    accountName: "stDR",
    resourceGroupName: unknown,
    location: "westeurope",
    kind: "StorageV2",
    sku: { name: "Standard_LRS" },
  },
  references: { resourceGroupName: ["group"] },
};
const accountId = "/subscriptions/1/resourceGroups/RG-DR/providers/Microsoft.Storage/storageAccounts/stdr";

function item(more: Partial<ProgramResource> & { readonly details?: object }): ProgramResource {
  return {
    type: "azure-native:recoveryservices:ReplicationProtectedItem",
    name: "item",
    inputs: {
      resourceName: unknown,
      resourceGroupName: "rg-dr",
      properties: { providerSpecificDetails: { instanceType: "InMageAzureV2", ...more.details } },
    },
    outputs: {},
    references: { resourceName: ["vault"], ...more.references },
    ...(more.dependsOn === undefined ? {} : { dependsOn: more.dependsOn }),
    ...(more.type === undefined ? {} : { type: more.type }),
  };
}

function role(inputs: object, references: Readonly<Record<string, readonly string[]>>): ProgramResource {
  return {
    type: "azure-native:authorization:RoleAssignment",
    name: "role",
    inputs: { scope: unknown, principalId: unknown, ...inputs },
    references,
  };
}

const component = (name: string, type: string): ProgramResource => ({
  type: `azure-siterecovery:index:${type}`,
  name,
});

async function takesPart(program: readonly ProgramResource[]): Promise<boolean> {
  const found = await pack.analyze(program);
  const kinds = found.filter(({ policy }) => policy === "replication-storage-kind");
  for (const { resource } of kinds) expect(resource).toBe("account");
  return kinds.length > 0;
}

describe("an account takes part in replication", () => {
  const cases: readonly [string, readonly ProgramResource[]][] = [
    [
      "when it descends from a component of this package",
      [component("cache", "CacheStorage"), { ...account, parent: "cache" }],
    ],
    [
      "when it descends from one that lies in a component of the user's",
      [
        { type: "acme:dr:LandingZone", name: "zone" },
        { ...component("cache", "CacheStorage"), parent: "zone" },
        { ...account, parent: "cache" },
      ],
    ],
    [
      "when a protected item refers to it",
      [
        vault,
        account,
        item({ details: { storageAccountId: unknown }, references: { properties: ["account"] } }),
      ],
    ],
    [
      "when a protected item refers to what refers to it",
      [
        vault,
        account,
        {
          type: "azure-native:storage:BlobContainer",
          name: "container",
          references: { accountName: ["account"] },
        },
        item({ references: { properties: ["container"] } }),
      ],
    ],
    ["when a protected item waits for it", [vault, account, item({ dependsOn: ["account"] })]],
    [
      "when a protected item names it by a literal id, in whatever case",
      [vault, account, item({ details: { storageAccountId: accountId } })],
    ],
    [
      "when a literal id names something inside it",
      [vault, account, item({ details: { storageAccountId: `${accountId}/blobServices/default` } })],
    ],
    [
      "when a resource of another API version refers to it",
      [
        vault,
        account,
        item({
          type: "azure-native:recoveryservices/v20230801:ReplicationProtectedItem",
          references: { properties: ["account"] },
        }),
      ],
    ],
    [
      "when a resource of a locally generated package refers to it",
      [
        vault,
        { ...account, type: "azure-native_storage_v20230501:storage:StorageAccount" },
        item({ references: { properties: ["account"] } }),
      ],
    ],
    [
      "when a resource of this package's provider refers to it",
      [
        vault,
        account,
        { ...component("machine", "ReplicatedMachine"), references: { cacheStorageId: ["account"] } },
      ],
    ],
    [
      "when the vault's identity holds a role on it",
      [vault, account, role({}, { principalId: ["vault"], scope: ["account"] })],
    ],
    [
      "when the vault's identity holds a role on its literal id",
      [vault, account, role({ scope: accountId }, { principalId: ["vault"] })],
    ],
    [
      "when a user-assigned identity of the vault holds a role on it",
      [
        { type: "azure-native:managedidentity:UserAssignedIdentity", name: "identity" },
        { ...vault, references: { identity: ["identity"] } },
        account,
        role({}, { principalId: ["identity"], scope: ["account"] }),
      ],
    ],
  ];
  it.each(cases)("%s", async (_when, program) => {
    expect(await takesPart([group, ...program])).toBe(true);
  });

  it("whatever it is, with scope everything", async () => {
    expect(await takesPart([group, account])).toBe(false);
    await pack.configure({ settings: { ...edition, scope: "everything" } });
    expect(await takesPart([group, account])).toBe(true);
  });
});

describe("an account has nothing to do with replication", () => {
  const cases: readonly [string, readonly ProgramResource[]][] = [
    ["when it only lies beside a vault and its policies", [vault, account, item({})]],
    [
      "when it is a child of a component of the user's that also holds a vault",
      [
        { type: "acme:dr:Site", name: "site" },
        { ...vault, parent: "site" },
        { ...account, parent: "site" },
        item({}),
      ],
    ],
    [
      "when a literal id names an account of the same name in another group",
      [vault, account, item({ details: { storageAccountId: accountId.replace("RG-DR", "rg-web") } })],
    ],
    [
      "when somebody else holds a role on it",
      [
        { type: "azure-native:managedidentity:UserAssignedIdentity", name: "identity" },
        vault,
        account,
        role({}, { principalId: ["identity"], scope: ["account"] }),
      ],
    ],
    [
      "when the vault's identity holds a role on the whole group",
      [vault, account, role({}, { principalId: ["vault"], scope: ["group"] })],
    ],
    [
      "when the vault backs it up",
      [
        vault,
        account,
        role(
          {
            roleDefinitionId:
              "/providers/Microsoft.Authorization/roleDefinitions/e5e2a7ff-d759-4cd2-bb51-3152d37e2eb1",
          },
          { principalId: ["vault"], scope: ["account"] },
        ),
        {
          type: "azure-native:recoveryservices:ProtectionContainer",
          name: "backup",
          references: { vaultName: ["vault"], properties: ["account"] },
        },
      ],
    ],
    [
      "when what a protected item waits for waits for it",
      [
        { type: "acme:web:Site", name: "site", dependsOn: ["account"] },
        vault,
        account,
        item({ dependsOn: ["site"] }),
      ],
    ],
  ];
  it.each(cases)("%s", async (_when, program) => {
    expect(await takesPart([group, ...program])).toBe(false);
  });
});

describe("two vaults in one program", () => {
  it("are judged each with what belongs to it", async () => {
    await pack.configure({ settings: { edition: "2016-12", scenario: "vmware-to-azure" } });
    const site = (name: string, location: string, network: string): readonly ProgramResource[] => [
      { type: "acme:dr:Site", name },
      {
        type: "azure-native:recoveryservices:Vault",
        name: `${name}-vault`,
        parent: name,
        inputs: { vaultName: `rsv-${name}`, resourceGroupName: "rg", location },
      },
      {
        type: "azure-native:recoveryservices:ReplicationPolicy",
        name: `${name}-policy`,
        inputs: { properties: { providerSpecificInput: { instanceType: "InMageAzureV2" } } },
        outputs: {},
        references: { resourceName: [`${name}-vault`] },
      },
      { type: "azure-siterecovery:index:RecoveryNetwork", name: `${name}-networks`, parent: name },
      {
        type: "azure-native:network:VirtualNetwork",
        name: `${name}-network`,
        parent: `${name}-networks`,
        inputs: { virtualNetworkName: `vnet-${name}`, resourceGroupName: "rg", location: network },
      },
    ];
    const regions = async (program: readonly ProgramResource[]) =>
      (await pack.analyze(program)).filter(({ policy }) => policy === "network-region");
    expect(
      await regions([
        ...site("west", "westeurope", "westeurope"),
        ...site("north", "northeurope", "northeurope"),
      ]),
    ).toEqual([]);
    const crossed = await regions([
      ...site("west", "westeurope", "westeurope"),
      ...site("north", "northeurope", "westeurope"),
    ]);
    expect(crossed.map(({ level, resource }) => ({ level, resource }))).toEqual([
      { level: "mandatory", resource: "north-network" },
    ]);
  });
});
