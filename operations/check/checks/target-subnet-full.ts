import { Address4 } from "ip-address";
import { subnetsAsked } from "../target-addresses";
import { defineCheck, observed } from "../live-check";
import { networkMapping } from "../sources";
import { prefixesOf } from "./target-address-taken";

/** Azure keeps five addresses of every subnet: https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq */
const reservedByAzure = 5n;

export const check = defineCheck({
  name: "target-subnet-full",
  ref: "ASR-L17",
  title: "Target subnets have an address for every machine",
  rationale: "Once a subnet is full, the machines that come after fail to fail over.",
  remedy: "Enlarge the subnet, free addresses, or spread the machines over several subnets.",
  source: networkMapping("Set up IP addressing for target VMs"),
  needs: ["protectedItems"],
  *examine({ machines, surroundings }) {
    const wanted = new Map<string, { networkId: string; subnetName: string; machines: number }>();
    for (const machine of machines) {
      if (machine.activeLocation === "Recovery") continue;
      for (const { networkId, subnetName, purpose } of subnetsAsked(machine)) {
        if (purpose !== "target" || subnetName === undefined) continue;
        const key = `${networkId} ${subnetName}`.toLowerCase();
        const known = wanted.get(key);
        if (known === undefined) wanted.set(key, { networkId, subnetName, machines: 1 });
        else known.machines += 1;
      }
    }
    for (const { networkId, subnetName, machines: needed } of wanted.values()) {
      const network = surroundings.networks.get(networkId.toLowerCase());
      // A network that could not be read is told for each machine already.
      if (network?.kind !== "read") continue;
      const subnet = network.value.properties?.subnets?.find(
        ({ name }) => name?.toLowerCase() === subnetName.toLowerCase(),
      );
      const prefix =
        subnet === undefined ? undefined : prefixesOf(subnet).find((text) => Address4.isValid(text));
      if (subnet === undefined || prefix === undefined) continue;
      const used = subnet.properties?.ipConfigurations?.length ?? 0;
      const free = usable(prefix) - used;
      if (free >= needed) continue;
      const name = `${networkId.split("/").at(-1) ?? ""}/${subnetName}`;
      yield observed({
        severity: "error",
        subject: { kind: "subnet", name, ...(subnet.id === undefined ? {} : { id: subnet.id }) },
        observed: `${free} free addresses`,
        expected: `${needed}, one a machine`,
        message: `Subnet ${name} (${prefix}) has ${free} free addresses; ${needed} machines fail over into it.`,
      });
    }
  },
});

function usable(prefix: string): number {
  const address = new Address4(prefix);
  const size = 2n ** BigInt(32 - address.subnetMask);
  return Number(size > reservedByAzure ? size - reservedByAzure : 0n);
}
