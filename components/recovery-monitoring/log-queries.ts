/** The last row of each machine: an older one that was bad says nothing about now. */
export const newestItem = [
  'where Category == "AzureSiteRecoveryReplicatedItems"',
  "where isnotempty(name_s)",
  "summarize arg_max(TimeGenerated, *) by name_s",
] as const;

/** A query over the Site Recovery logs of one vault. */
export function ofVault(vaultId: string, ...steps: readonly string[]): string {
  // The table holds ids in upper case.
  return ["AzureDiagnostics", `where ResourceId =~ "${vaultId}"`, ...steps].join("\n| ");
}
