/** The parts of an ARM resource id that rules compare, in lower case: ids compare without case. */
export interface ResourceIdParts {
  readonly subscriptionId?: string;
  readonly resourceGroup?: string;
  /** Provider namespace and type, e.g. `microsoft.storage/storageaccounts`. */
  readonly type?: string;
  /** Last segment. */
  readonly name?: string;
}

/** Reads an ARM resource id; parts that are not there are left out. Never throws. */
export function parseResourceId(id: string): ResourceIdParts {
  const segments = id.toLowerCase().split("/").filter(Boolean);
  const after = (key: string): string | undefined => {
    const at = segments.indexOf(key);
    return at === -1 ? undefined : segments[at + 1];
  };
  const provider = segments.lastIndexOf("providers");
  const namespace = provider === -1 ? undefined : segments[provider + 1];
  const types =
    provider === -1 ? [] : segments.slice(provider + 2).filter((_segment, index) => index % 2 === 0);
  const parts = {
    subscriptionId: after("subscriptions"),
    resourceGroup: after("resourcegroups"),
    type: namespace === undefined || types.length === 0 ? undefined : [namespace, ...types].join("/"),
    name: segments.at(-1),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

/** One thing has one id, whatever the case a caller or the service writes it in. */
export function sameResourceId(one: string, other: string): boolean {
  return trimmed(one) === trimmed(other);
}

function trimmed(id: string): string {
  return id.toLowerCase().replace(/\/+$/, "");
}
