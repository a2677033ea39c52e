import type { InputRow } from "../row";
import { id, networkId, subnetId } from "./ids";

const stem = "dr-endpoint";
export const endpoint = `network:PrivateEndpoint ${stem}`;
export const zoneGroup = `network:PrivateDnsZoneGroup ${stem}-dns`;
export const zone = `privatedns:PrivateZone ${stem}-zone`;
export const link = `privatedns:VirtualNetworkLink ${stem}-zone-link-1`;

const withEndpoint = { "privateEndpoints[0].subnetId": subnetId("one") };
/** Arguments of one endpoint with a zone of its own. */
export const withZone = {
  ...withEndpoint,
  "privateEndpoints[0].newPrivateDnsZone.virtualNetworkIds": [networkId("one")],
};
const zoneId = (name: string): string => id("Microsoft.Network/privateDnsZones", name);

/** Rows of the private endpoints of a component. */
export const privateEndpoints: readonly InputRow[] = [
  {
    path: "privateEndpoints[].name",
    value: "other",
    given: withEndpoint,
    reaches: `${endpoint}: privateEndpointName`,
  },
  {
    path: "privateEndpoints[].subnetId",
    value: subnetId("other"),
    given: withEndpoint,
    reaches: `${endpoint}: subnet.id`,
  },
  {
    path: "privateEndpoints[].location",
    value: "northeurope",
    given: withEndpoint,
    reaches: `${endpoint}: location`,
  },
  {
    path: "privateEndpoints[].privateDnsZoneIds[]",
    value: zoneId("other"),
    given: { ...withEndpoint, "privateEndpoints[0].privateDnsZoneIds": [zoneId("one")] },
    reaches: `${zoneGroup}: privateDnsZoneConfigs[0].privateDnsZoneId`,
  },
  {
    path: "privateEndpoints[].newPrivateDnsZone.virtualNetworkIds[]",
    value: networkId("other"),
    given: withZone,
    reaches: `${link}: virtualNetwork.id`,
  },
  {
    path: "privateEndpoints[].newPrivateDnsZone.resourceGroupName",
    value: "other",
    given: withZone,
    reaches: [`${zone}: resourceGroupName`, `${link}: resourceGroupName`],
  },
];
