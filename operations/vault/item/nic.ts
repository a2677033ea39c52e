import type { VMNicDetails } from "@azure/arm-recoveryservices-siterecovery";
import { known } from "../../../limits/facts/known";
import type { NicFacts } from "./replicated-machine";
import { textOf, textOrNone } from "./values";

/** Facts of an adapter as all providers but the modernized one show it: those of its primary configuration. */
export function nicOf(nic: VMNicDetails): NicFacts {
  const primary = nic.ipConfigs?.find(({ isPrimary }) => isPrimary === true) ?? nic.ipConfigs?.[0];
  const isStatic = primary?.recoveryIPAddressType?.toLowerCase() !== "dynamic";
  return known<NicFacts>({
    id: textOf(nic.nicId),
    networkId: textOrNone(nic.recoveryVMNetworkId),
    subnetName: textOf(primary?.recoverySubnetName),
    staticAddress: isStatic ? textOf(primary?.recoveryStaticIPAddress) : undefined,
    testNetworkId: textOrNone(nic.tfoVMNetworkId),
    testSubnetName: textOf(primary?.tfoSubnetName),
    testStaticAddress: textOf(primary?.tfoStaticIPAddress),
  });
}
