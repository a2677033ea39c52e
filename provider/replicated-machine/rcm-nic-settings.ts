import type { PropertyMap, PropertyValue } from "../../plugin-protocol/property-value";
import { objectsIn, textIn, type Json } from "./item";
import { entriesOf } from "./keyed-list";
import { demandNic, nicMeant } from "./nic-match";
import { shownFields, type NicUpdate } from "./nic-settings";

/** Settings of a modernized machine's adapter, with the names they read back under. */
const names: Readonly<Record<string, string>> = {
  isPrimaryNic: "isPrimaryNic",
  isSelectedForFailover: "isSelectedForFailover",
  targetSubnetName: "targetSubnetName",
  targetStaticIPAddress: "targetIPAddress",
  testSubnetName: "testSubnetName",
  testStaticIPAddress: "testIPAddress",
};

/**
 * All adapters for an update: those of the program as it says, the others as they are.
 *
 * @param testSubnetName subnet of the test network for every adapter that names none.
 * @throws AzureError when the program names an adapter that the machine does not have.
 */
export function rcmNicsToSend(
  details: Json,
  { given, before, subnetName, testSubnetName }: NicUpdate & { readonly testSubnetName: string | undefined },
): readonly Json[] {
  const nics = objectsIn(details, "vmNics");
  const wanted = entriesOf(given).map((entry, index) => ({ entry, nic: demandNic(nics, entry, index) }));
  const had = entriesOf(before).map((entry) => ({ entry, nic: nicMeant(nics, entry) }));
  return nics.map((nic) => {
    const now = wanted.find((each) => each.nic === nic)?.entry;
    const past = had.find((each) => each.nic === nic)?.entry;
    const standard: Readonly<Record<string, string | undefined>> = {
      targetSubnetName: subnetName,
      testSubnetName,
    };
    const settings = Object.entries(names).flatMap(([name, shown]) => {
      const isTakenBack =
        now?.[name] === undefined && past?.[name] !== undefined && name.endsWith("StaticIPAddress");
      const value = now?.[name] ?? standard[name] ?? (isTakenBack ? "" : nic[shown]);
      return value === undefined || value === null
        ? []
        : [[name, typeof value === "boolean" ? String(value) : value] as const];
    });
    return { nicId: nic["nicId"], ...Object.fromEntries(settings) };
  });
}

/** The adapters of a program as the item shows them; texts `"true"` and `"false"` are flags in a program. */
export function shownRcmNics(details: Json, given: PropertyValue | undefined): readonly PropertyMap[] {
  const nics = objectsIn(details, "vmNics");
  return entriesOf(given).flatMap((entry) => {
    const nic = nicMeant(nics, entry);
    if (nic === undefined) return [];
    const flags = ["isPrimaryNic", "isSelectedForFailover"].map(
      (name) => [name, /^true$/i.test(textIn(nic, name) ?? "")] as const,
    );
    return [shownFields(entry, { ...nic, ...Object.fromEntries(flags) }, names)];
  });
}
