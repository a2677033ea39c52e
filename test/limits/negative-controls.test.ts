import { describe, expect, it } from "vitest";
import type { ProtectedItem, StorageAccount } from "../../limits/facts/azure";
import type { SubjectKind, Subjects } from "../../limits/facts/subjects";
import { current, in2016, in2019, judgeFor, type TestScope } from "./rules/judging";

/** What all rules of a kind find in a subject. */
function findings<K extends SubjectKind>(scope: TestScope, kind: K, subject: Subjects[K]): readonly string[] {
  return judgeFor(scope)
    .judge(kind, subject)
    .findings.map(({ rule, observed }) => `${rule}: ${observed}`);
}

/** Everything that the documents allow on an account, switched on at once. */
const allowedFeatures: StorageAccount = {
  name: "replica",
  role: "cache",
  firewallDefaultAction: "Deny",
  firewallBypass: ["AzureServices"],
  firewallSubnetIds: [],
  secureTransfer: true,
  customerManagedKey: true,
  sharedKeyAccess: true,
  blobSoftDelete: false,
  hierarchicalNamespace: false,
  minimumTlsVersion: "TLS1_2",
  publicBlobAccess: false,
  location: "southindia",
};

describe("storage accounts that must not be reported", () => {
  it.each<[TestScope, Partial<StorageAccount>]>([
    [in2016("vmware-to-azure"), { sku: "Standard_LRS" }],
    [in2016("vmware-to-azure"), { sku: "Standard_GRS", role: "replication" }],
    [in2016("vmware-to-azure"), { sku: "Premium_LRS", location: "westindia" }],
    [in2016("hyperv-to-azure"), { sku: "Standard_GRS", location: "centralindia" }],
    [in2019("vmware-to-azure"), { kind: "Storage", sku: "Standard_LRS" }],
    [in2019("vmware-to-azure"), { kind: "Storage", sku: "Standard_GRS" }],
    [in2019("physical-to-azure"), { kind: "Storage", sku: "Standard_RAGRS" }],
    [in2019("vmware-to-azure"), { kind: "Storage", sku: "Premium_LRS" }],
    [current("vmware-to-azure"), { kind: "StorageV2", sku: "Standard_LRS", accessTier: "Hot" }],
    [current("vmware-to-azure"), { kind: "StorageV2", sku: "Standard_RAGRS", accessTier: "Cool" }],
    [current("physical-to-azure"), { kind: "Storage", sku: "Premium_LRS" }],
    [current("hyperv-to-azure"), { kind: "StorageV2", sku: "Standard_GRS", blobSoftDelete: true }],
    [current("azure-to-azure"), { kind: "StorageV2", sku: "Standard_ZRS", sharedKeyAccess: false }],
    [current("azure-to-azure"), { kind: "BlockBlobStorage", sku: "Premium_LRS" }],
  ])("%j: %j", (scope, account) => {
    expect(findings(scope, "storage-account", { ...allowedFeatures, ...account })).toEqual([]);
  });
});

/** Availability set, licence benefit, managed disks, placement group, a network with anything on it. */
const allowedSettings: ProtectedItem = {
  name: "db01",
  targetName: "db01",
  availabilityZone: null,
  availabilitySetId: "/subscriptions/s/resourceGroups/r/providers/Microsoft.Compute/availabilitySets/a",
  proximityPlacementGroupId:
    "/subscriptions/s/resourceGroups/r/providers/Microsoft.Compute/proximityPlacementGroups/p",
  capacityReservationGroupId: null,
  licenseType: "WindowsServer",
  securityType: null,
  acceleratedNetworking: false,
  disks: [{ id: "os", os: true, type: "Premium_LRS", managed: true }],
};

describe("settings of replicated machines that must not be reported", () => {
  it.each([
    in2016("vmware-to-azure"),
    in2019("vmware-to-azure"),
    in2019("physical-to-azure"),
    current("vmware-to-azure"),
    current("physical-to-azure"),
    current("hyperv-to-azure"),
    current("hyperv-vmm-to-azure"),
    current("azure-to-azure"),
  ])("%j", (scope) => {
    expect(findings(scope, "protected-item", allowedSettings)).toEqual([]);
  });

  it("zones, accelerated networking and capacity between Azure regions", () => {
    expect(
      findings(current("azure-to-azure"), "protected-item", {
        ...allowedSettings,
        availabilityZone: "2",
        availabilitySetId: null,
        capacityReservationGroupId: "/group",
        acceleratedNetworking: true,
        severalIpConfigurations: false,
      }),
    ).toEqual([]);
  });
});

describe("landing zones that must not be reported", () => {
  it("without a failback no connection, receiver or master target is asked for", () => {
    const scope = in2016("physical-to-azure");
    expect(
      findings(scope, "deployment", {
        vault: { location: "westeurope", portal: "azure" },
        storageAccounts: [{ name: "a", role: "replication", sku: "Standard_LRS", location: "westeurope" }],
        networks: [{ name: "n", location: "westeurope" }],
        networkMappings: [],
      }),
    ).toEqual([]);
  });

  it("vault, storage and network in different regions, where no row asks for one", () => {
    const deployment = {
      vault: { location: "westeurope" },
      storageAccounts: [{ name: "a", role: "replication" as const, kind: "Storage", location: "uksouth" }],
      networks: [{ name: "n", location: "northeurope" }],
    };
    expect(findings(in2019("vmware-to-azure"), "deployment", deployment)).toEqual([]);
    expect(findings(current("vmware-to-azure"), "deployment", deployment)).toEqual([]);
  });
});
