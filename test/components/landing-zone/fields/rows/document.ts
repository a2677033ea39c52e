import type { FieldRow } from "../row";
import { resourceGroupRows } from "./resource-group";

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
  ...resourceGroupRows({
    purpose: "vault",
    idReaches: ["ReplicatedMachine dr-replication-one: inMageRcm.targetResourceGroupId"],
    alsoOutputs: ["storage"],
  }),
  ...resourceGroupRows({
    purpose: "storage",
    nameReaches: ["storage:StorageAccount dr-cache-account: resourceGroupName"],
  }),
  ...resourceGroupRows({
    purpose: "network",
    nameReaches: [
      "network:NetworkSecurityGroup dr-network-recovery-security: resourceGroupName",
      "network:NetworkSecurityGroup dr-network-test-security: resourceGroupName",
      "network:VirtualNetwork dr-network-recovery-network: resourceGroupName",
    ],
  }),
  ...resourceGroupRows({
    purpose: "monitoring",
    nameReaches: [
      "operationalinsights:Workspace dr-vault-workspace: resourceGroupName",
      "monitor:ScheduledQueryRule dr-monitoring-replication-critical: resourceGroupName",
      "monitor:ScheduledQueryRule dr-monitoring-rpo-exceeded: resourceGroupName",
    ],
  }),
  ...resourceGroupRows({
    purpose: "recovery",
    idReaches: ["ReplicatedMachine dr-replication-one: inMageRcm.targetResourceGroupId"],
  }),
  ...resourceGroupRows({
    purpose: "source",
    of: "azure",
    nameReaches: ["storage:StorageAccount dr-cache-account: resourceGroupName"],
  }),
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
