import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { ReplicationPolicies, type ReplicationPoliciesArgs } from "../../components";
import { policyInputs } from "../../components/replication-policies/inputs";
import { deployed, valueOf } from "./deployed";

const required = { resourceGroupName: "rg", vaultName: "rsv" };

describe("ReplicationPolicies", () => {
  it("creates the policies by their keys in the vault", async () => {
    const { named, result } = await deployed(
      () =>
        new ReplicationPolicies("dr", {
          ...required,
          policies: {
            gold: { instanceType: "InMageRcm", recoveryPointRetentionInMinutes: 4320 },
            silver: { instanceType: "A2A", policyName: "a2a-silver" },
          },
        }),
    );
    expect(named("dr-gold").inputs).toEqual({
      resourceGroupName: "rg",
      resourceName: "rsv",
      policyName: "gold",
      properties: {
        providerSpecificInput: {
          instanceType: "InMageRcm",
          recoveryPointHistoryInMinutes: 4320,
          appConsistentFrequencyInMinutes: 0,
          crashConsistentFrequencyInMinutes: 5,
          enableMultiVmSync: "true",
        },
      },
    });
    expect(named("dr-silver").inputs).toMatchObject({ policyName: "a2a-silver" });
    expect(Object.keys(await valueOf(result.policyIds))).toEqual(["gold", "silver"]);
  });

  const settings = {
    recoveryPointRetentionInMinutes: 240,
    appConsistentFrequencyInMinutes: 120,
    crashConsistentFrequencyInMinutes: 10,
    replicationIntervalInSeconds: 30,
    rpoThresholdInMinutes: 20,
    multiVmSync: false,
  };
  it("names every setting as its kind of policy does", () => {
    expect(policyInputs("InMageRcm", settings)).toEqual({
      instanceType: "InMageRcm",
      recoveryPointHistoryInMinutes: 240,
      appConsistentFrequencyInMinutes: 120,
      crashConsistentFrequencyInMinutes: 10,
      enableMultiVmSync: "false",
    });
    expect(policyInputs("InMageRcmFailback", settings)).toEqual({
      instanceType: "InMageRcmFailback",
      appConsistentFrequencyInMinutes: 120,
      crashConsistentFrequencyInMinutes: 10,
    });
    expect(policyInputs("InMageAzureV2", settings)).toEqual({
      instanceType: "InMageAzureV2",
      recoveryPointHistory: 240,
      recoveryPointThresholdInMinutes: 20,
      appConsistentFrequencyInMinutes: 120,
      crashConsistentFrequencyInMinutes: 10,
      multiVmSyncStatus: "Disable",
    });
    expect(policyInputs("A2A", settings)).toEqual({
      instanceType: "A2A",
      recoveryPointHistory: 240,
      appConsistentFrequencyInMinutes: 120,
      crashConsistentFrequencyInMinutes: 10,
      multiVmSyncStatus: "Disable",
    });
    expect(policyInputs("HyperVReplicaAzure", settings)).toEqual({
      instanceType: "HyperVReplicaAzure",
      recoveryPointHistoryDuration: 4,
      applicationConsistentSnapshotFrequencyInHours: 2,
      replicationInterval: 30,
    });
    expect(policyInputs("HyperVReplica2012R2", settings)).toMatchObject({
      instanceType: "HyperVReplica2012R2",
      recoveryPoints: 4,
      applicationConsistentSnapshotFrequencyInHours: 2,
      replicationFrequencyInSeconds: 30,
    });
  });

  it("uses an existing policy by id", async () => {
    const policyId =
      "/subscriptions/s/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/rsv/replicationPolicies/old";
    const { named, result } = await deployed(
      () => new ReplicationPolicies("dr", { ...required, policies: { old: { policyId } } }),
    );
    expect(named("dr-old").id).toBe(policyId);
    expect(await valueOf(result.policyIds)).toEqual({ old: policyId });
  });

  it("passes values on that arise later, Hyper-V's in hours", async () => {
    const { named } = await deployed(
      () =>
        new ReplicationPolicies("dr", {
          ...required,
          vaultName: pulumi.output("rsv-late"),
          policies: {
            hv: { instanceType: "HyperVReplicaAzure", recoveryPointRetentionInMinutes: pulumi.output(180) },
          },
        }),
    );
    expect(named("dr-hv").inputs).toMatchObject({
      resourceName: "rsv-late",
      properties: { providerSpecificInput: { recoveryPointHistoryDuration: 3 } },
    });
  });

  it("reports every unusable argument at once, with its path", () => {
    const failing = (policies: ReplicationPoliciesArgs["policies"]) => () =>
      new ReplicationPolicies("dr", { ...required, vaultName: "", policies });
    expect(
      failing({
        a: { instanceType: "HyperVReplicaAzure", recoveryPointRetentionInMinutes: 90, multiVmSync: true },
        b: { instanceType: "A2A", appConsistentFrequencyInMinutes: -1, rpoThresholdInMinutes: 5 },
        c: { instanceType: "Veeam" as never },
        d: {},
        e: { policyId: "gold", policyName: "x" },
      }),
    ).toThrowErrorMatchingInlineSnapshot(`
      [Error: ReplicationPolicies dr cannot be created:
        - vaultName: Missing: vaultName is required here.
        - policies.a.recoveryPointRetentionInMinutes: 90 minutes are no whole hours, in which a policy HyperVReplicaAzure counts: give a multiple of 60.
        - policies.a.multiVmSync: A policy HyperVReplicaAzure has no such setting: leave it out (it knows recoveryPointRetentionInMinutes, appConsistentFrequencyInMinutes, replicationIntervalInSeconds).
        - policies.b.appConsistentFrequencyInMinutes: -1 is not a whole number of minutes, 0 or more.
        - policies.b.rpoThresholdInMinutes: A policy A2A has no such setting: leave it out (it knows recoveryPointRetentionInMinutes, appConsistentFrequencyInMinutes, crashConsistentFrequencyInMinutes, multiVmSync).
        - policies.c.instanceType: "Veeam": give one of A2A, InMageRcm, InMageRcmFailback, InMageAzureV2, HyperVReplicaAzure, HyperVReplica2012R2.
        - policies.d.instanceType: Missing, and no scenario says which: give one of A2A, InMageRcm, InMageRcmFailback, InMageAzureV2, HyperVReplicaAzure, HyperVReplica2012R2.
        - policies.e.policyId: "gold" is not the id of a Microsoft.RecoveryServices/vaults/replicationPolicies: give /subscriptions/…/resourceGroups/…/providers/Microsoft.RecoveryServices/vaults/replicationPolicies/….
        - policies.e.policyName: It belongs to a new resource, and policies.e.policyId names an existing one: leave one of them out.]
    `);
  });
});
