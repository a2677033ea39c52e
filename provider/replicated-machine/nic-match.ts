import { AzureError } from "../../azure/azure-error";
import { stringOf, type PropertyMap } from "../../plugin-protocol/property-value";
import { isSameText, objectsIn, textIn, type Json } from "./item";

/** The adapter of the item that an entry of the program means; undefined where it does not say which. */
export function nicMeant(nics: readonly Json[], given: PropertyMap): Json | undefined {
  const nicId = stringOf(given["nicId"]);
  const armId = stringOf(given["sourceNicArmId"]);
  const address = stringOf(given["sourceIPAddress"]);
  if (nicId !== undefined) return nics.find((nic) => isSameText(textIn(nic, "nicId"), nicId));
  if (armId !== undefined) return nics.find((nic) => isSameText(textIn(nic, "sourceNicArmId"), armId));
  if (address !== undefined) return nics.find((nic) => addressesOf(nic).includes(address));
  return nics.length === 1 ? nics[0] : undefined;
}

/** @throws AzureError naming the adapters that the machine has. */
export function demandNic(nics: readonly Json[], given: PropertyMap, index: number): Json {
  const found = nicMeant(nics, given);
  if (found !== undefined) return found;
  const has = nics.map((nic) => {
    const source = textIn(nic, "sourceNicArmId") ?? addressesOf(nic)[0];
    return `${textIn(nic, "nicId") ?? "?"}${source === undefined ? "" : ` (${source})`}`;
  });
  throw new AzureError(
    "NicNotFound",
    `vmNics[${index}] names no adapter of the machine. It has: ${has.join(", ") || "none"}. Name one by nicId, sourceNicArmId or sourceIPAddress.`,
  );
}

function addressesOf(nic: Json): readonly string[] {
  const own = textIn(nic, "sourceIPAddress");
  const configured = objectsIn(nic, "ipConfigs").flatMap((config) => textIn(config, "staticIPAddress") ?? []);
  return own === undefined ? configured : [own, ...configured];
}
