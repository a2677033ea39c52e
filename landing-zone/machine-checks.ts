import type { LandingZone, LandingZoneMachine } from "./document";
import { quoted } from "./input-error";
import type { Report } from "./report";
import { addressRefusal, isAddress, reservedAtStart } from "./subnet-addresses";

/** What two machines cannot share, and what the adapters of one cannot have. */
export function checkMachines(zone: LandingZone, report: Report): void {
  const { recovery, testFailover } = zone.networks ?? {};
  const sites: Record<"subnet" | "testFailoverSubnet", Site> = {
    subnet: new Site("recovery network", recovery),
    testFailoverSubnet: new Site("network for test failovers", testFailover),
  };
  const taken = {
    azureName: new Map<string, string>(),
    sourceId: new Map<string, string>(),
    discoveredId: new Map<string, string>(),
  };
  for (const [key, machine] of Object.entries(zone.machines ?? {})) {
    const claim = (what: keyof typeof taken, value: string | undefined, scope = ""): void => {
      if (value === undefined) return;
      const identity = `${scope}\n${value}`.toLowerCase();
      const other = taken[what].get(identity);
      if (other === undefined) taken[what].set(identity, key);
      else report(pathOf(key, machine, what), `${quoted(value)} is already that of ${quoted(other)}`);
    };
    // Resource groups hold one machine of a name.
    claim("azureName", machine.azureName ?? machine.sourceName ?? key, machine.recoveryResourceGroupId);
    claim("sourceId", machine.sourceId);
    claim("discoveredId", machine.discoveredId);
    checkAdapters(key, machine, sites, report);
  }
}

function pathOf(
  key: string,
  machine: LandingZoneMachine,
  what: keyof LandingZoneMachine,
): readonly PropertyKey[] {
  const written = what === "azureName" && machine.azureName === undefined ? "sourceName" : what;
  return machine[written] === undefined ? ["machines", key] : ["machines", key, written];
}

/** A network that adapters join: its subnets where it is new, and the addresses that they have there. */
class Site {
  readonly #prefixes: ReadonlyMap<string, string> | undefined;
  readonly #taken = new Map<string, string>();

  constructor(
    readonly what: string,
    network: NonNullable<LandingZone["networks"]>["recovery"] | undefined,
  ) {
    this.#prefixes =
      network !== undefined && "subnets" in network
        ? new Map(network.subnets.map(({ name, addressPrefix }) => [name, addressPrefix]))
        : undefined;
  }

  /** Undefined where the network is not described here. */
  has(subnet: string): boolean | undefined {
    return this.#prefixes?.has(subnet);
  }

  /** Why an adapter cannot have the address; what it can have is its own from now on. */
  refuse(key: string, subnet: string | undefined, address: string): string | undefined {
    if (!isAddress(address)) return `${quoted(address)} is no IP address`;
    const prefix = subnet === undefined ? undefined : this.#prefixes?.get(subnet);
    const refusal = prefix === undefined ? undefined : addressRefusal(address, prefix);
    if (refusal === "outside") return `${address} lies outside the subnet (${prefix})`;
    if (refusal === "reserved") {
      return `Azure keeps the first ${reservedAtStart} addresses and the last one of ${prefix} for itself, ${address} among them`;
    }
    const place = `${subnet ?? ""}\n${address}`;
    const other = this.#taken.get(place);
    if (other !== undefined) return `${address} is already that of ${quoted(other)}`;
    this.#taken.set(place, key);
    return undefined;
  }
}

function checkAdapters(
  key: string,
  { nics = [] }: LandingZoneMachine,
  sites: Readonly<Record<"subnet" | "testFailoverSubnet", Site>>,
  report: Report,
): void {
  nics.forEach((nic, index) => {
    const path = ["machines", key, "nics", index];
    for (const [subnetKey, addressKey] of [
      ["subnet", "staticIp"],
      ["testFailoverSubnet", "testFailoverStaticIp"],
    ] as const) {
      const subnet = nic[subnetKey];
      const address = nic[addressKey];
      const site = sites[subnetKey];
      if (subnet !== undefined && site.has(subnet) === false) {
        report([...path, subnetKey], `The ${site.what} has no subnet ${quoted(subnet)}`);
        continue;
      }
      const refused = address === undefined ? undefined : site.refuse(key, subnet, address);
      if (refused !== undefined) report([...path, addressKey], refused);
    }
    if (nic.primary === true && nics.slice(0, index).some((other) => other.primary === true)) {
      report([...path, "primary"], "A machine has one primary adapter");
    }
  });
}
