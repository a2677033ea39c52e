import { stableGuid } from "../../../guid";
import { objectsAt, stringAt, type JsonObject } from "../../../json";
import { refused } from "../site-recovery-error";

/** A NIC of a source machine. */
export interface SourceNic {
  /** Identity at the source: ARM id or MAC address. */
  readonly id: string;
  /** ARM id, for Azure machines. */
  readonly armId?: string;
  readonly networkName?: string | undefined;
  readonly ipConfigs: readonly {
    readonly name: string;
    readonly isPrimary: boolean;
    readonly subnetName?: string | undefined;
    readonly address?: string | undefined;
    readonly isStatic: boolean;
  }[];
}

/** A NIC as A2A, classic VMware and Hyper-V items show it. Recorded for A2A. */
export function nicDetails(
  nic: SourceNic,
  to: { readonly networkId: string | null; readonly subnetName: string | null },
  selectionType: string,
): JsonObject {
  return {
    nicId: stableGuid(`nic ${nic.id.toLowerCase()}`),
    replicaNicId: null,
    sourceNicArmId: nic.armId ?? null,
    vMNetworkName: nic.networkName ?? null,
    recoveryVMNetworkId: to.networkId,
    ipConfigs: nic.ipConfigs.map((config) => ({
      name: config.name,
      isPrimary: config.isPrimary,
      subnetName: config.subnetName ?? null,
      staticIPAddress: config.address ?? null,
      ipAddressType: config.isStatic ? "Static" : "Dynamic",
      isSeletedForFailover: true,
      recoverySubnetName: to.subnetName ?? config.subnetName ?? null,
      recoveryStaticIPAddress: "",
      recoveryIPAddressType: "Dynamic",
      recoveryPublicIPAddressId: null,
      recoveryLBBackendAddressPoolIds: null,
      tfoSubnetName: null,
      tfoStaticIPAddress: null,
      tfoPublicIPAddressId: null,
      tfoLBBackendAddressPoolIds: null,
    })),
    selectionType,
    recoveryNetworkSecurityGroupId: null,
    enableAcceleratedNetworkingOnRecovery: false,
    tfoVMNetworkId: null,
    tfoNetworkSecurityGroupId: null,
    enableAcceleratedNetworkingOnTfo: null,
    recoveryNicName: null,
    recoveryNicResourceGroupName: null,
    reuseExistingNic: false,
    tfoRecoveryNicName: null,
    tfoRecoveryNicResourceGroupName: null,
    tfoReuseExistingNic: false,
    targetNicName: null,
  };
}

/** Input names that read back under another name. */
const readBack: Readonly<Record<string, string>> = {
  tfoNicName: "tfoRecoveryNicName",
  tfoNicResourceGroupName: "tfoRecoveryNicResourceGroupName",
};

/**
 * NICs after a PATCH: those named change, the others stay.
 *
 * @throws ArmError 400 for a NIC or an IP configuration the machine does not have.
 */
export function updatedNics(
  nics: readonly JsonObject[],
  inputs: readonly JsonObject[],
): readonly JsonObject[] {
  for (const input of inputs) {
    const nicId = stringAt(input, "nicId") ?? "";
    if (!nics.some((nic) => same(stringAt(nic, "nicId"), nicId))) {
      throw refused(
        "NicNotFound",
        `The machine has no network adapter with the id '${nicId}'. It has: ${nics.map((nic) => String(nic["nicId"])).join(", ")}.`,
      );
    }
  }
  return nics.map((nic) => {
    const input = inputs.find((each) => same(stringAt(each, "nicId"), stringAt(nic, "nicId")));
    if (!input) return nic;
    const { nicId: _nicId, ipConfigs: _ipConfigs, ...given } = input;
    const renamed = Object.entries(given).map(([name, value]) => [readBack[name] ?? name, value] as const);
    return {
      ...nic,
      ...Object.fromEntries(renamed),
      ipConfigs: updatedIpConfigs(nic, objectsAt(input, "ipConfigs")),
    };
  });
}

function updatedIpConfigs(nic: JsonObject, inputs: readonly JsonObject[]): readonly JsonObject[] {
  const configs = objectsAt(nic, "ipConfigs");
  const known = configs.map((config) => stringAt(config, "name") ?? "");
  const nameOf = (input: JsonObject) => stringAt(input, "ipConfigName") ?? known[0];
  const unknown = inputs.map(nameOf).find((name) => !known.some((each) => same(each, name)));
  if (inputs.length > 0 && unknown !== undefined) {
    throw refused(
      "IpConfigNotFound",
      `The network adapter '${String(nic["nicId"])}' has no IP configuration '${unknown}'. It has: ${known.join(", ")}.`,
    );
  }
  return configs.map((config) => {
    const input = inputs.find((each) => same(nameOf(each), stringAt(config, "name")));
    if (!input) return config;
    const { ipConfigName: _name, ...given } = input;
    const address = given["recoveryStaticIPAddress"];
    const type = address === undefined ? {} : { recoveryIPAddressType: address ? "Static" : "Dynamic" };
    return { ...config, ...given, ...type };
  });
}

function same(left: string | undefined, right: string | undefined): boolean {
  return left?.toLowerCase() === right?.toLowerCase();
}
