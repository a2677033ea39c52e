import type { FieldRow } from "../row";

export const documentRows: readonly FieldRow[] = [
  { path: "schema", value: "asr-landing-zone/2", refusedAt: "schema" },
  {
    path: "edition",
    of: "classic",
    given: { edition: "2016-12" },
    value: "2019-05",
    reaches: { "ReplicatedMachine dr-replication-one: edition": "2019-05", "output: edition": "2019-05" },
  },
  { path: "scenario", value: "physical-to-azure", reaches: { "output: scenario": "physical-to-azure" } },
  { path: "experience", given: { policies: [] }, value: "classic", refusedAt: "machines.one" },
  {
    path: "region",
    value: "northeurope",
    reaches: {
      "resources:ResourceGroup dr-vault-group: location": "northeurope",
      "network:NetworkSecurityGroup dr-network-recovery-security: location": "northeurope",
      "recoveryservices:Vault dr-vault-vault: location": "northeurope",
    },
  },
  {
    path: "sourceRegion",
    of: "azure",
    value: "uksouth",
    reaches: {
      "storage:StorageAccount dr-cache-account: location": "uksouth",
      "ReplicationFabric dr-replication-source-fabric: location": "uksouth",
    },
  },
  { path: "newRegions[]", given: { region: "marsnorth" }, value: "marsnorth", permits: "region" },
  {
    path: "resourceGroups.vault<id>.id",
    given: {
      "resourceGroups.vault": {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/first",
      },
    },
    value: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/other",
    reaches: {
      "ReplicatedMachine dr-replication-one: inMageRcm.targetResourceGroupId":
        "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/other",
    },
  },
  {
    path: "resourceGroups.vault.name",
    given: { "resourceGroups.vault": { name: "first" } },
    value: "other",
    reaches: {
      "resources:ResourceGroup dr-vault-group: resourceGroupName": "other",
      "output: resourceGroupNames.vault": "other",
      "output: resourceGroupNames.storage": "other",
    },
  },
  {
    path: "resourceGroups.vault.location",
    given: { "resourceGroups.vault": { name: "first" } },
    value: "uksouth",
    reaches: { "resources:ResourceGroup dr-vault-group: location": "uksouth" },
  },
  {
    path: "resourceGroups.vault.tags{}",
    given: { "resourceGroups.vault": { name: "first" } },
    value: "other",
    reaches: { "resources:ResourceGroup dr-vault-group: tags.one": "other" },
  },
  {
    path: "resourceGroups.storage<id>.id",
    given: {
      "resourceGroups.storage": {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/first",
      },
    },
    value: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/other",
    reaches: { "storage:StorageAccount dr-cache-account: resourceGroupName": "other" },
  },
  {
    path: "resourceGroups.storage.name",
    given: { "resourceGroups.storage": { name: "first" } },
    value: "other",
    reaches: {
      "resources:ResourceGroup dr-storage-group: resourceGroupName": "other",
      "output: resourceGroupNames.storage": "other",
    },
  },
  {
    path: "resourceGroups.storage.location",
    given: { "resourceGroups.storage": { name: "first" } },
    value: "uksouth",
    reaches: { "resources:ResourceGroup dr-storage-group: location": "uksouth" },
  },
  {
    path: "resourceGroups.storage.tags{}",
    given: { "resourceGroups.storage": { name: "first" } },
    value: "other",
    reaches: { "resources:ResourceGroup dr-storage-group: tags.one": "other" },
  },
  {
    path: "resourceGroups.network<id>.id",
    given: {
      "resourceGroups.network": {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/first",
      },
    },
    value: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/other",
    reaches: {
      "network:NetworkSecurityGroup dr-network-recovery-security: resourceGroupName": "other",
      "network:NetworkSecurityGroup dr-network-test-security: resourceGroupName": "other",
      "network:VirtualNetwork dr-network-recovery-network: resourceGroupName": "other",
    },
  },
  {
    path: "resourceGroups.network.name",
    given: { "resourceGroups.network": { name: "first" } },
    value: "other",
    reaches: {
      "resources:ResourceGroup dr-network-group: resourceGroupName": "other",
      "output: resourceGroupNames.network": "other",
    },
  },
  {
    path: "resourceGroups.network.location",
    given: { "resourceGroups.network": { name: "first" } },
    value: "uksouth",
    reaches: { "resources:ResourceGroup dr-network-group: location": "uksouth" },
  },
  {
    path: "resourceGroups.network.tags{}",
    given: { "resourceGroups.network": { name: "first" } },
    value: "other",
    reaches: { "resources:ResourceGroup dr-network-group: tags.one": "other" },
  },
  {
    path: "resourceGroups.monitoring<id>.id",
    given: {
      "resourceGroups.monitoring": {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/first",
      },
    },
    value: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/other",
    reaches: {
      "operationalinsights:Workspace dr-vault-workspace: resourceGroupName": "other",
      "monitor:ScheduledQueryRule dr-monitoring-replication-critical: resourceGroupName": "other",
      "monitor:ScheduledQueryRule dr-monitoring-rpo-exceeded: resourceGroupName": "other",
    },
  },
  {
    path: "resourceGroups.monitoring.name",
    given: { "resourceGroups.monitoring": { name: "first" } },
    value: "other",
    reaches: {
      "resources:ResourceGroup dr-monitoring-group: resourceGroupName": "other",
      "output: resourceGroupNames.monitoring": "other",
    },
  },
  {
    path: "resourceGroups.monitoring.location",
    given: { "resourceGroups.monitoring": { name: "first" } },
    value: "uksouth",
    reaches: { "resources:ResourceGroup dr-monitoring-group: location": "uksouth" },
  },
  {
    path: "resourceGroups.monitoring.tags{}",
    given: { "resourceGroups.monitoring": { name: "first" } },
    value: "other",
    reaches: { "resources:ResourceGroup dr-monitoring-group: tags.one": "other" },
  },
  {
    path: "resourceGroups.recovery<id>.id",
    given: {
      "resourceGroups.recovery": {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/first",
      },
    },
    value: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/other",
    reaches: {
      "ReplicatedMachine dr-replication-one: inMageRcm.targetResourceGroupId":
        "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/other",
    },
  },
  {
    path: "resourceGroups.recovery.name",
    given: { "resourceGroups.recovery": { name: "first" } },
    value: "other",
    reaches: {
      "resources:ResourceGroup dr-recovery-group: resourceGroupName": "other",
      "output: resourceGroupNames.recovery": "other",
    },
  },
  {
    path: "resourceGroups.recovery.location",
    given: { "resourceGroups.recovery": { name: "first" } },
    value: "uksouth",
    reaches: { "resources:ResourceGroup dr-recovery-group: location": "uksouth" },
  },
  {
    path: "resourceGroups.recovery.tags{}",
    given: { "resourceGroups.recovery": { name: "first" } },
    value: "other",
    reaches: { "resources:ResourceGroup dr-recovery-group: tags.one": "other" },
  },
  {
    path: "resourceGroups.source<id>.id",
    of: "azure",
    given: {
      "resourceGroups.source": {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/first",
      },
    },
    value: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/other",
    reaches: { "storage:StorageAccount dr-cache-account: resourceGroupName": "other" },
  },
  {
    path: "resourceGroups.source.name",
    of: "azure",
    given: { "resourceGroups.source": { name: "first" } },
    value: "other",
    reaches: {
      "resources:ResourceGroup dr-source-group: resourceGroupName": "other",
      "output: resourceGroupNames.source": "other",
    },
  },
  {
    path: "resourceGroups.source.location",
    of: "azure",
    given: { "resourceGroups.source": { name: "first" } },
    value: "uksouth",
    reaches: { "resources:ResourceGroup dr-source-group: location": "uksouth" },
  },
  {
    path: "resourceGroups.source.tags{}",
    of: "azure",
    given: { "resourceGroups.source": { name: "first" } },
    value: "other",
    reaches: { "resources:ResourceGroup dr-source-group: tags.one": "other" },
  },
  {
    path: "waivers[].rule",
    given: {
      "machines.one.disks": [
        { os: true, sizeGiB: 64, name: "a" },
        { os: false, sizeGiB: 65536, name: "b" },
      ],
      waivers: [
        {
          rule: "os-disk-max-size",
          subject: "one",
          reason: "split soon",
          owner: "me",
          expires: "2999-01-01",
        },
      ],
    },
    value: "data-disk-max-size",
    permits: "machines.one.disks[1].sizeGiB",
  },
  {
    path: "waivers[].subject",
    given: {
      "machines.one.disks": [
        { os: true, sizeGiB: 64, name: "a" },
        { os: false, sizeGiB: 65536, name: "b" },
      ],
      waivers: [
        {
          rule: "data-disk-max-size",
          subject: "two",
          reason: "split soon",
          owner: "me",
          expires: "2999-01-01",
        },
      ],
    },
    value: "one",
    permits: "machines.one.disks[1].sizeGiB",
  },
  {
    path: "waivers[].reason",
    given: {
      "machines.one.disks": [
        { os: true, sizeGiB: 64, name: "a" },
        { os: false, sizeGiB: 65536, name: "b" },
      ],
      waivers: [
        { rule: "data-disk-max-size", subject: "one", reason: "", owner: "me", expires: "2999-01-01" },
      ],
    },
    value: "split soon",
    permits: "waivers[0].reason",
  },
  {
    path: "waivers[].owner",
    given: {
      "machines.one.disks": [
        { os: true, sizeGiB: 64, name: "a" },
        { os: false, sizeGiB: 65536, name: "b" },
      ],
      waivers: [
        {
          rule: "data-disk-max-size",
          subject: "one",
          reason: "split soon",
          owner: "",
          expires: "2999-01-01",
        },
      ],
    },
    value: "me",
    permits: "waivers[0].owner",
  },
  {
    path: "waivers[].expires",
    given: {
      "machines.one.disks": [
        { os: true, sizeGiB: 64, name: "a" },
        { os: false, sizeGiB: 65536, name: "b" },
      ],
      waivers: [
        {
          rule: "data-disk-max-size",
          subject: "one",
          reason: "split soon",
          owner: "me",
          expires: "2001-01-01",
        },
      ],
    },
    value: "2999-01-01",
    permits: "machines.one.disks[1].sizeGiB",
  },
  {
    path: "tags{}",
    value: "other",
    reaches: {
      "resources:ResourceGroup dr-vault-group: tags.one": "other",
      "network:NetworkSecurityGroup dr-network-recovery-security: tags.one": "other",
      "recoveryservices:Vault dr-vault-vault: tags.one": "other",
    },
  },
];
