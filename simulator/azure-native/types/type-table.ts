import { authorization } from "./authorization";
import { automation } from "./automation";
import { compute } from "./compute";
import { keyvault } from "./keyvault";
import { managedidentity } from "./managedidentity";
import { monitor } from "./monitor";
import { network } from "./network";
import { networkGateways } from "./network-gateways";
import { operationalinsights } from "./operationalinsights";
import { privatedns } from "./privatedns";
import { recoveryservices } from "./recoveryservices";
import { type ResourceType, typesOf } from "./resource-type";
import { resources } from "./resources";
import { storage } from "./storage";
import type { Token } from "./token";

/** Every type with a mapping of its own, in alphabetical order of modules. */
export const modelledTypes: readonly ResourceType[] = [
  authorization,
  automation,
  compute,
  keyvault,
  managedidentity,
  monitor,
  network,
  networkGateways,
  operationalinsights,
  privatedns,
  recoveryservices,
  resources,
  storage,
].flatMap(typesOf);

const byName = new Map(modelledTypes.map((type) => [type.name, type]));

/** Names that older tokens use for the same type. */
const movedNames: Readonly<Record<string, string>> = {
  "network:InterfaceEndpoint": "network:PrivateEndpoint",
  "network:PrivateRecordSet": "privatedns:PrivateRecordSet",
  "network:PrivateZone": "privatedns:PrivateZone",
  "network:VirtualNetworkLink": "privatedns:VirtualNetworkLink",
};

/** Modules that were renamed as a whole. */
const movedModules: Readonly<Record<string, string>> = { insights: "monitor" };

/** The mapping of a token at its own API version, or undefined when the type has none. */
export function findModelledType(token: Token): ResourceType | undefined {
  const name = `${token.module}:${token.name}`;
  const moved = movedNames[name] ?? `${movedModules[token.module] ?? token.module}:${token.name}`;
  const type = byName.get(name) ?? byName.get(moved);
  return type === undefined || token.apiVersion === undefined
    ? type
    : { ...type, apiVersion: token.apiVersion };
}
