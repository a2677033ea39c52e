/** A type token of azure-native, taken apart. */
export interface Token {
  readonly module: string;
  readonly name: string;
  /** API version of a versioned token or of a locally generated package, e.g. `2023-01-01`. */
  readonly apiVersion?: string;
}

/**
 * Reads a resource or function token:
 * `azure-native:storage:StorageAccount`, `azure-native:storage/v20230101:StorageAccount`, and those of a locally
 * generated package such as `azure-native_storage_v20230101:storage:StorageAccount`.
 *
 * @throws Error when the token is none of azure-native's.
 */
export function parseToken(token: string): Token {
  const match =
    /^azure-native(?:_\w+?_(?<packageVersion>v\w+))?:(?<module>\w+)(?:\/(?<version>v\w+))?:(?<name>\w+)$/.exec(
      token,
    );
  const { module, name, version, packageVersion } = match?.groups ?? {};
  if (module === undefined || name === undefined) {
    throw new Error(`${token} is no token of azure-native; expected azure-native:<module>:<Name>.`);
  }
  const apiVersion = apiVersionOfToken(version ?? packageVersion);
  return { module, name, ...(apiVersion === undefined ? {} : { apiVersion }) };
}

/** `v20230101preview` -> `2023-01-01-preview`; undefined when it is no version. */
export function apiVersionOfToken(version: string | undefined): string | undefined {
  const match = /^v(\d{4})(\d{2})(\d{2})(\w*)$/.exec(version ?? "");
  if (match === null) return undefined;
  const [, year = "", month = "", day = "", suffix = ""] = match;
  return `${year}-${month}-${day}${suffix === "" ? "" : `-${suffix}`}`;
}
