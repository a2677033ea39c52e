/** A difference we know and why it stays. */
export interface KnownDifference {
  /** Exchange and place in the answer, for example `GET vaults/v body.properties.a[0]`. */
  readonly at: string;
  readonly reason: string;
}

const usedBefore =
  "the recorded vault had been used before: its fabrics listed containers of an earlier life";

/** Differences by recording. The list only shrinks. */
export const knownDifferences: Readonly<Record<string, readonly KnownDifference[]>> = {
  "a2a-setup": [
    {
      at: "GET replicationFabrics/cli-test-fabric-A2A-1 body.properties.customDetails.containerIds[0]",
      reason: usedBefore,
    },
    {
      at: "GET replicationFabrics/cli-test-fabric-A2A-1 body.properties.customDetails.containerIds[1]",
      reason: usedBefore,
    },
    {
      at: "GET replicationFabrics/cli-test-fabric-A2A-2 body.properties.customDetails.containerIds[0]",
      reason: usedBefore,
    },
  ],
  "a2a-protect-failover": [
    {
      at: "GET replicationFabrics/cli-test-fabric-A2A-1 body.properties.customDetails.containerIds[0]",
      reason:
        "the container was made between two exchanges that are not in the excerpt; here it is there at once",
    },
    {
      at: "GET replicationProtectedItems/cli-test-protected-item-A2A-1 body.properties.providerSpecificDetails.protectedManagedDisks[0].dataPendingAtSourceAgentInMB",
      reason: "what waits at the source is a measured value; nothing waits here",
    },
  ],
  "vmm-network-mapping-protectable-items": [
    {
      at: "GET 28a7b9eb-c2f9-47e8-91ff-697d0d719963/replicationProtectableItems body.nextLink",
      reason: "the service pages by kind of item and ends with an empty page; the simulator pages by count",
    },
  ],
};
