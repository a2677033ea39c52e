import type { ReplicatedMachine } from "../vault/item/replicated-machine";

/** A subnet that a machine fails over into, for real or as a test. */
export interface SubnetAsked {
  readonly networkId: string;
  readonly subnetName?: string;
  readonly purpose: "target" | "test failover";
}

/** Every network and subnet that a machine's settings name, each once. */
export function subnetsAsked(machine: ReplicatedMachine): readonly SubnetAsked[] {
  const asked: SubnetAsked[] = (machine.nics ?? []).flatMap((nic): SubnetAsked[] => [
    ...subnet(nic.networkId ?? machine.targetNetworkId, nic.subnetName, "target"),
    ...(nic.testSubnetName === undefined && nic.testStaticAddress === undefined
      ? []
      : subnet(nic.testNetworkId ?? machine.testNetworkId, nic.testSubnetName, "test failover")),
  ]);
  if (asked.length === 0) asked.push(...subnet(machine.targetNetworkId, undefined, "target"));
  asked.push(...subnet(machine.testNetworkId, undefined, "test failover"));
  const seen = new Set<string>();
  return asked.filter((one) => {
    const key = `${one.purpose} ${one.networkId} ${one.subnetName ?? ""}`.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

/** An address that a machine keeps after a failover. */
export interface StaticAddress {
  readonly machine: ReplicatedMachine;
  readonly address: string;
  readonly networkId: string;
  readonly subnetName?: string;
}

export function staticAddresses(machines: readonly ReplicatedMachine[]): readonly StaticAddress[] {
  return machines.flatMap((machine) =>
    (machine.nics ?? []).flatMap((nic): StaticAddress[] => {
      const networkId = nic.networkId ?? machine.targetNetworkId;
      return nic.staticAddress === undefined || !networkId
        ? []
        : [
            {
              machine,
              address: nic.staticAddress,
              networkId,
              ...(nic.subnetName === undefined ? {} : { subnetName: nic.subnetName }),
            },
          ];
    }),
  );
}

function subnet(
  networkId: string | null | undefined,
  subnetName: string | undefined,
  purpose: SubnetAsked["purpose"],
): readonly SubnetAsked[] {
  if (!networkId) return [];
  return [{ networkId, purpose, ...(subnetName === undefined ? {} : { subnetName }) }];
}
