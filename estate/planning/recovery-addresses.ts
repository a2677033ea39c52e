import { Address4 } from "ip-address";
import { addressRefusal, reservedAtStart } from "../../landing-zone/subnet-addresses";
import type { PlacedMachine } from "./placed-machines";

/** What becomes of a fixed address at the recovery site. */
export interface RecoveryAddress {
  readonly machine: string;
  readonly landingZone: number;
  readonly key: string;
  readonly address: string;
  readonly subnet: string;
  readonly subnetPrefix: string;
  /** Whether the machine keeps it. */
  readonly kept: boolean;
  readonly why: string;
}

export interface RecoverySubnet {
  readonly name: string;
  readonly addressPrefix: string;
}

/** Why a machine cannot have an address in a subnet; undefined where it can. */
export function refusalOf(
  address: string,
  subnet: RecoverySubnet,
  taken: ReadonlySet<string>,
): string | undefined {
  if (!Address4.isValid(address)) return "It is no IPv4 address.";
  const refusal = addressRefusal(address, subnet.addressPrefix);
  if (refusal === "outside") {
    return `It lies outside ${subnet.addressPrefix}: the machine gets another one; names and firewall rules have to follow. --recovery-subnet keeps it.`;
  }
  if (refusal === "reserved") {
    return `Azure keeps the first ${reservedAtStart} addresses and the last one of ${subnet.addressPrefix} for itself.`;
  }
  return taken.has(new Address4(address).correctForm()) ? "Another machine has it too." : undefined;
}

/** The fixed addresses of the machines of a landing zone. */
export function recoveryAddresses(
  placed: readonly PlacedMachine[],
  subnets: readonly RecoverySubnet[],
): readonly RecoveryAddress[] {
  const bySubnet = new Map(subnets.map((subnet) => [subnet.name, subnet]));
  return placed.flatMap(({ planned, machine, key, landingZone }) =>
    (planned.machine.nics ?? []).flatMap((nic, index) => {
      const subnet = bySubnet.get(machine.nics?.[index]?.subnet ?? "");
      if (nic.assignment !== "static" || subnet === undefined) return [];
      const keptAddress = machine.nics?.[index]?.staticIp;
      return (nic.ipv4 ?? []).map((address): RecoveryAddress => {
        const kept = address === keptAddress;
        const why = kept
          ? `It lies in ${subnet.addressPrefix}.`
          : (refusalOf(address, subnet, new Set()) ??
            (keptAddress === undefined
              ? "Another machine has it too."
              : `The adapter keeps ${keptAddress}; a machine gets one address an adapter.`));
        return {
          machine: planned.machine.name,
          landingZone,
          key,
          address,
          subnet: subnet.name,
          subnetPrefix: subnet.addressPrefix,
          kept,
          why,
        };
      });
    }),
  );
}
