import type { EndpointLevel } from "../private-endpoints/private-endpoint";

/** A private endpoint of the document as the components of vault and accounts take it. */
export function privateEndpointLevel({
  name,
  subnetId,
  privateDnsZoneIds = [],
}: {
  readonly name?: string | undefined;
  readonly subnetId: string;
  readonly privateDnsZoneIds?: readonly string[] | undefined;
}): EndpointLevel {
  return { ...(name === undefined ? {} : { name }), subnetId, privateDnsZoneIds: [...privateDnsZoneIds] };
}
