/**
 * The grammar of ARM resource ids: subscription, resource group, provider blocks with nested types, and
 * extension resources, which put a further provider block after any scope. Keywords, namespaces, types and
 * names compare without regard to case; the spelling of the caller is kept for display.
 */

/** A resource: every type segment has its name. */
export interface ResourceId {
  /** The id as spelled by the caller, without a trailing slash. */
  readonly id: string;
  /** Lower-cased id: the identity of the resource. */
  readonly key: string;
  readonly namespace: string;
  /** Full type, for example `Microsoft.Network/virtualNetworks/subnets`. */
  readonly type: string;
  /** One name a type segment. */
  readonly names: readonly string[];
  /** The last name. */
  readonly name: string;
  readonly subscriptionId?: string;
  readonly resourceGroup?: string;
  /** What the last provider block hangs on: `""` (tenant), a subscription, a resource group or a resource. */
  readonly scope: string;
  /** Id of the parent resource, for nested types. */
  readonly parentId?: string;
}

/** What a request path names. */
export type ArmPath =
  | { readonly kind: "resource"; readonly id: ResourceId }
  /** A type segment without a name: a collection (GET) or an action (POST). */
  | {
      readonly kind: "segment";
      readonly namespace: string;
      /** Type with the segment as last part. */
      readonly type: string;
      readonly segment: string;
      readonly parentId?: string;
      readonly names: readonly string[];
      readonly scope: string;
      readonly subscriptionId?: string;
      readonly resourceGroup?: string;
    }
  /** `{scope}/providers/{namespace}`. */
  | { readonly kind: "namespace"; readonly namespace: string; readonly scope: string }
  /** `{scope}/{word…}` of ARM itself: `resources`, `locations`, `operationresults/{token}`, `providers`. */
  | {
      readonly kind: "built-in";
      readonly scope: string;
      readonly segments: readonly string[];
      readonly subscriptionId?: string;
      readonly resourceGroup?: string;
    }
  | { readonly kind: "malformed"; readonly reason: string };

/** Type of a resource group in the store. */
export const resourceGroupType = "Microsoft.Resources/resourceGroups";

/** Parses the path of a request (no query). */
export function parseArmPath(path: string): ArmPath {
  const segments = path
    .split("/")
    .filter((segment) => segment !== "")
    .map(decodeSegment);
  if (segments.some((segment) => segment === undefined))
    return { kind: "malformed", reason: "bad percent-encoding" };
  return parseSegments(segments as readonly string[]);
}

/** Parses an id that must name a resource; undefined otherwise. */
export function parseResourceId(id: string): ResourceId | undefined {
  const parsed = parseArmPath(id);
  return parsed.kind === "resource" ? parsed.id : undefined;
}

/** True when two ids name the same thing: ARM compares without regard to case. */
export function sameId(left: string, right: string): boolean {
  return left.toLowerCase().replace(/\/+$/, "") === right.toLowerCase().replace(/\/+$/, "");
}

function decodeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

interface Place {
  readonly subscriptionId?: string;
  readonly resourceGroup?: string;
}

function parseSegments(segments: readonly string[]): ArmPath {
  const place = placeOf(segments);
  const lastProviders = segments.findLastIndex((segment) => same(segment, "providers"));
  // "providers" is a keyword only after a complete scope; as the very last word it is ARM's own list.
  if (lastProviders >= 0 && lastProviders < segments.length - 1) {
    return parseProviderBlock(segments, lastProviders, place);
  }
  return parseWithoutProvider(segments, place);
}

function placeOf(segments: readonly string[]): Place {
  if (!same(segments[0], "subscriptions") || segments[1] === undefined) return {};
  const subscriptionId = segments[1];
  if (!same(segments[2], "resourceGroups") || segments[3] === undefined) return { subscriptionId };
  return { subscriptionId, resourceGroup: segments[3] };
}

function parseWithoutProvider(segments: readonly string[], place: Place): ArmPath {
  if (place.resourceGroup !== undefined) {
    const scope = join(segments.slice(0, 4));
    if (segments.length > 4) return { kind: "built-in", scope, segments: segments.slice(4), ...place };
    return {
      kind: "resource",
      id: {
        id: scope,
        key: scope.toLowerCase(),
        namespace: "Microsoft.Resources",
        type: resourceGroupType,
        names: [place.resourceGroup],
        name: place.resourceGroup,
        scope: join(segments.slice(0, 2)),
        ...place,
      },
    };
  }
  const scope = place.subscriptionId === undefined ? "" : join(segments.slice(0, 2));
  const rest = place.subscriptionId === undefined ? segments : segments.slice(2);
  return { kind: "built-in", scope, segments: rest, ...place };
}

function parseProviderBlock(segments: readonly string[], at: number, place: Place): ArmPath {
  const scope = join(segments.slice(0, at));
  const namespace = segments[at + 1] ?? "";
  const block = segments.slice(at + 2);
  if (block.length === 0) return { kind: "namespace", namespace, scope };
  const types = block.filter((_, index) => index % 2 === 0);
  const names = block.filter((_, index) => index % 2 === 1);
  const type = [namespace, ...types].join("/");
  const base = { namespace, type, names, scope, ...place };
  if (names.length < types.length) {
    const parent = types.length > 1 ? { parentId: join(segments.slice(0, -1)) } : {};
    return { kind: "segment", segment: types.at(-1) ?? "", ...parent, ...base };
  }
  const id = join(segments);
  const parent = types.length > 1 ? { parentId: join(segments.slice(0, -2)) } : {};
  return {
    kind: "resource",
    id: { id, key: id.toLowerCase(), name: names.at(-1) ?? "", ...parent, ...base },
  };
}

function join(segments: readonly string[]): string {
  return segments.map((segment) => `/${segment}`).join("");
}

function same(segment: string | undefined, keyword: string): boolean {
  return segment?.toLowerCase() === keyword.toLowerCase();
}
