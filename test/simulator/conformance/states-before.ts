/** A published answer shows what a call leaves behind: these are the states that the service takes the call in. */
export function stateBefore(
  operationId: string,
  body: unknown,
  after: Record<string, unknown>,
): Record<string, unknown> {
  const change = changes[operationId];
  const properties = (after["properties"] ?? {}) as Record<string, unknown>;
  return change ? { ...after, properties: { ...properties, ...change(body, properties) } } : after;
}

type Change = (body: unknown, after: Record<string, unknown>) => Record<string, unknown>;

const item = (allowed: string, state = "Protected", location = "Primary"): Change => {
  return () => ({ protectionState: state, activeLocation: location, allowedOperations: [allowed] });
};

const changes: Readonly<Record<string, Change>> = {
  ReplicationProtectedItems_TestFailover: item("TestFailover"),
  ReplicationProtectedItems_TestFailoverCleanup: item("TestFailoverCleanup"),
  ReplicationProtectedItems_UnplannedFailover: item("UnplannedFailover"),
  ReplicationProtectedItems_PlannedFailover: item("PlannedFailover"),
  ReplicationProtectedItems_FailoverCommit: item("Commit", "PlannedFailoverCommitRequired", "Recovery"),
  ReplicationProtectedItems_FailoverCancel: item("CancelFailover", "PlannedFailoverCommitRequired"),
  ReplicationProtectedItems_Reprotect: item("ReverseReplicate", "PlannedFailoverStatesBegin"),
  ReplicationProtectedItems_Delete: item("DisableProtection"),
  ReplicationProtectedItems_Update: (body, after) => ({
    providerSpecificDetails: { ...(after["providerSpecificDetails"] as object), vmNics: nicsOf(body) },
  }),
  ReplicationJobs_Restart: () => ({ state: "Failed" }),
};

/** The network adapters a call changes, as they were before. */
function nicsOf(body: unknown): readonly unknown[] {
  const { properties } = body as {
    readonly properties: {
      readonly vmNics: readonly {
        readonly nicId: string;
        readonly ipConfigs: readonly { readonly ipConfigName: string }[];
      }[];
    };
  };
  return properties.vmNics.map(({ nicId, ipConfigs }) => ({
    nicId,
    ipConfigs: ipConfigs.map(({ ipConfigName }) => ({ name: ipConfigName })),
  }));
}
