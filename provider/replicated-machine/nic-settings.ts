import { stringOf, type PropertyMap, type PropertyValue } from "../../plugin-protocol/property-value";
import { isSameText, objectsIn, textIn, type Json } from "./item";
import { entriesOf } from "./keyed-list";
import { demandNic, nicMeant } from "./nic-match";
import { asGiven } from "./setting";

/** Settings of an adapter by the name that an update takes, with the name it reads back under. */
const nicNames: Readonly<Record<string, string>> = {
  selectionType: "selectionType",
  recoveryNetworkSecurityGroupId: "recoveryNetworkSecurityGroupId",
  enableAcceleratedNetworkingOnRecovery: "enableAcceleratedNetworkingOnRecovery",
  tfoNetworkSecurityGroupId: "tfoNetworkSecurityGroupId",
  enableAcceleratedNetworkingOnTfo: "enableAcceleratedNetworkingOnTfo",
  recoveryNicName: "recoveryNicName",
  recoveryNicResourceGroupName: "recoveryNicResourceGroupName",
  reuseExistingNic: "reuseExistingNic",
  tfoNicName: "tfoRecoveryNicName",
  tfoNicResourceGroupName: "tfoRecoveryNicResourceGroupName",
  tfoReuseExistingNic: "tfoReuseExistingNic",
  targetNicName: "targetNicName",
};

const ipConfigNames = [
  "isPrimary",
  "isSeletedForFailover",
  "recoverySubnetName",
  "recoveryStaticIPAddress",
  "recoveryPublicIPAddressId",
  "recoveryLBBackendAddressPoolIds",
  "tfoSubnetName",
  "tfoStaticIPAddress",
  "tfoPublicIPAddressId",
  "tfoLBBackendAddressPoolIds",
] as const;

/** Settings that an empty text takes back. */
const clearable: ReadonlySet<string> = new Set(["recoveryStaticIPAddress", "tfoStaticIPAddress"]);

/** Settings of an adapter that the program had before and has no more; an address goes back to a dynamic one. */
export interface NicUpdate {
  readonly given: PropertyValue | undefined;
  readonly before: PropertyValue | undefined;
  /** Subnet of every adapter that names none. */
  readonly subnetName: string | undefined;
}

/**
 * All adapters for an update: those of the program as it says, the others as they are.
 *
 * @throws AzureError when the program names an adapter that the machine does not have.
 */
export function nicsToSend(details: Json, update: NicUpdate): readonly Json[] {
  const nics = objectsIn(details, "vmNics");
  const wanted = entriesOf(update.given).map((entry, index) => ({
    entry,
    nic: demandNic(nics, entry, index),
  }));
  const before = entriesOf(update.before).map((entry) => ({ entry, nic: nicMeant(nics, entry) }));
  return nics.map((nic) =>
    nicToSend(
      nic,
      wanted.find((each) => each.nic === nic)?.entry,
      before.find((each) => each.nic === nic)?.entry,
      update.subnetName,
    ),
  );
}

function nicToSend(
  nic: Json,
  given: PropertyMap | undefined,
  before: PropertyMap | undefined,
  subnetName: string | undefined,
): Json {
  const settings = Object.entries(nicNames).flatMap(([name, shown]) => {
    const value = given?.[name] ?? nic[shown];
    return value === undefined || value === null ? [] : [[name, value] as const];
  });
  const configs = objectsIn(nic, "ipConfigs").map((config, index) =>
    ipConfigToSend(config, {
      given: configMeant(given, config, index),
      before: configMeant(before, config, index),
      subnetName,
    }),
  );
  return { nicId: nic["nicId"], ...Object.fromEntries(settings), ipConfigs: configs };
}

interface ConfigUpdate {
  readonly given: PropertyMap | undefined;
  readonly before: PropertyMap | undefined;
  readonly subnetName: string | undefined;
}

function ipConfigToSend(config: Json, { given, before, subnetName }: ConfigUpdate): Json {
  const settings = ipConfigNames.flatMap((name) => {
    const standard = name === "recoverySubnetName" ? subnetName : undefined;
    const isTakenBack = given?.[name] === undefined && before?.[name] !== undefined && clearable.has(name);
    const value = given?.[name] ?? standard ?? (isTakenBack ? "" : config[name]);
    return value === undefined || value === null ? [] : [[name, value] as const];
  });
  return { ipConfigName: config["name"], ...Object.fromEntries(settings) };
}

function configMeant(nic: PropertyMap | undefined, config: Json, index: number): PropertyMap | undefined {
  return entriesOf(nic?.["ipConfigs"]).find((entry) => {
    const name = stringOf(entry["ipConfigName"]);
    return name === undefined ? index === 0 : isSameText(name, textIn(config, "name"));
  });
}

/** The adapters of a program as the item shows them, without those that the machine does not have. */
export function shownNics(details: Json, given: PropertyValue | undefined): readonly PropertyMap[] {
  const nics = objectsIn(details, "vmNics");
  return entriesOf(given).flatMap((entry) => {
    const nic = nicMeant(nics, entry);
    if (nic === undefined) return [];
    const configs = objectsIn(nic, "ipConfigs");
    const shown = shownFields(entry, nic, nicNames);
    if (entry["ipConfigs"] === undefined) return [shown];
    return [
      {
        ...shown,
        ipConfigs: entriesOf(entry["ipConfigs"]).map((each) => {
          const at = configs.findIndex(
            (config, index) => configMeant({ ipConfigs: [each] }, config, index) !== undefined,
          );
          return shownFields(
            each,
            configs[at] ?? {},
            Object.fromEntries(ipConfigNames.map((name) => [name, name])),
          );
        }),
      },
    ];
  });
}

/** Given fields as they are shown; what is not shown stays as given. */
export function shownFields(
  given: PropertyMap,
  shown: Json,
  names: Readonly<Record<string, string>>,
): PropertyMap {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]): [string, PropertyValue] => {
      const seen = shown[names[name] ?? ""];
      // What JSON holds is what the engine knows.
      return [name, seen === undefined || seen === null ? value : asGiven(value, seen as PropertyValue)];
    }),
  );
}
