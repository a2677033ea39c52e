import { Address4, Address6 } from "ip-address";
import { machineSubject, type CheckedVault } from "../checked-vault";
import { defineCheck, notKnown, observed, type Observation } from "../live-check";
import { networkMapping } from "../sources";
import { staticAddresses, type StaticAddress } from "../target-addresses";
import type { SubnetResource } from "../../vault/surrounding-resources";

export const check = defineCheck({
  name: "target-address-taken",
  ref: "ASR-L16",
  title: "Fixed addresses lie in their subnet and are free",
  rationale: "A failover to an address that is taken or outside the subnet fails for that machine.",
  remedy: "Free the address, choose another one, or let Azure assign it.",
  source: networkMapping("Set up IP addressing for target VMs"),
  needs: ["protectedItems"],
  *examine(vault) {
    const addresses = staticAddresses(vault.machines);
    const wanted = Map.groupBy(addresses, ({ networkId, address }) =>
      `${networkId} ${address}`.toLowerCase(),
    );
    for (const asked of addresses) {
      const others = (wanted.get(`${asked.networkId} ${asked.address}`.toLowerCase()) ?? []).filter(
        ({ machine }) => machine !== asked.machine,
      );
      if (others.length > 0) {
        yield seen(asked, `wanted by ${others.map(({ machine }) => machine.name).join(", ")} too`);
        continue;
      }
      yield* inNetwork(asked, vault);
    }
  },
});

function* inNetwork(asked: StaticAddress, { surroundings }: CheckedVault): Iterable<Observation> {
  const part = surroundings.networks.get(asked.networkId.toLowerCase());
  if (part === undefined || part.kind === "unknown") {
    yield notKnown(machineSubject(asked.machine), part?.action ?? "Microsoft.Network/virtualNetworks/read");
    return;
  }
  // A network or subnet that is gone is another check's to tell.
  if (part.kind === "absent") return;
  const subnet = part.value.properties?.subnets?.find(
    ({ name }) => name?.toLowerCase() === asked.subnetName?.toLowerCase(),
  );
  if (subnet === undefined) return;
  const prefixes = prefixesOf(subnet);
  if (prefixes.length > 0 && !prefixes.some((prefix) => contains(prefix, asked.address))) {
    yield seen(asked, `outside ${prefixes.join(", ")}`);
    return;
  }
  const holder = subnet.properties?.ipConfigurations?.find(
    ({ properties }) => properties?.privateIPAddress === asked.address,
  );
  if (holder === undefined || isOwn(holder.id, asked)) return;
  yield seen(asked, `taken by ${ownerOf(holder.id)}`);
}

function seen(asked: StaticAddress, why: string): Observation {
  return observed({
    severity: "error",
    subject: machineSubject(asked.machine),
    observed: `${asked.address}: ${why}`,
    expected: "free",
    message: `The fixed address ${asked.address} is ${why}.`,
  });
}

/** After a failover the machine itself holds its address. */
function isOwn(configurationId: string | undefined, { machine }: StaticAddress): boolean {
  return machine.activeLocation === "Recovery" && ownerOf(configurationId).startsWith(machine.name);
}

function ownerOf(configurationId = ""): string {
  return /\/networkInterfaces\/([^/]+)/i.exec(configurationId)?.[1] ?? configurationId;
}

export function prefixesOf({ properties }: SubnetResource): readonly string[] {
  if (properties?.addressPrefix !== undefined) return [properties.addressPrefix];
  return properties?.addressPrefixes ?? [];
}

function contains(prefix: string, address: string): boolean {
  if (Address4.isValid(prefix) && Address4.isValid(address))
    return new Address4(address).isInSubnet(new Address4(prefix));
  if (Address6.isValid(prefix) && Address6.isValid(address))
    return new Address6(address).isInSubnet(new Address6(prefix));
  return false;
}
