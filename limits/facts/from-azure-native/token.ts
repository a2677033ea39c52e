/**
 * A resource type token without its API version, so that other versions of a type do not slip past a rule:
 * `azure-native:storage/v20230101:StorageAccount` and, from a locally generated package,
 * `azure-native_storage_v20230101:storage:StorageAccount` are both `azure-native:storage:StorageAccount`.
 * Tokens of other providers are returned as they are.
 */
export function normalizeToken(token: string): string {
  const match = /^azure-native(?:_[a-z0-9]+_v[a-z0-9]+)?:([a-z0-9]+)(?:\/v[a-z0-9]+)?:(\w+)$/i.exec(token);
  return match?.[1] === undefined ? token : `azure-native:${match[1]}:${match[2] ?? ""}`;
}
