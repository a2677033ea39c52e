import { azureErrorOf, isAbsent } from "../../../azure/azure-error";
import type { AzureSession } from "../azure-session";

const networkApiVersion = "2024-05-01";

/** A virtual network with what leads out of it. */
export interface Network {
  readonly id: string;
  readonly location: string;
  readonly peers: readonly string[];
  readonly hasGatewaySubnet: boolean;
  readonly subnets: readonly {
    readonly id: string;
    readonly name: string;
    readonly prefixes: readonly string[];
  }[];
}

interface VirtualNetwork {
  readonly id?: string;
  readonly location?: string;
  readonly properties?: {
    readonly subnets?: readonly {
      readonly id?: string;
      readonly name?: string;
      readonly properties?: { readonly addressPrefix?: string; readonly addressPrefixes?: readonly string[] };
    }[];
    readonly virtualNetworkPeerings?: readonly {
      readonly properties?: {
        readonly peeringState?: string;
        readonly remoteVirtualNetwork?: { readonly id?: string };
      };
    }[];
  };
}

export type NetworkRead =
  | { readonly kind: "network"; readonly network: Network }
  | { readonly kind: "absent" }
  | { readonly kind: "unreadable"; readonly why: string };

/** Reads each network once. */
export class NetworkReader {
  readonly #reads = new Map<string, Promise<NetworkRead>>();

  constructor(private readonly azure: AzureSession) {}

  read(id: string): Promise<NetworkRead> {
    const key = id.toLowerCase();
    const found = this.#reads.get(key) ?? this.#fetch(id);
    this.#reads.set(key, found);
    return found;
  }

  async #fetch(id: string): Promise<NetworkRead> {
    try {
      return {
        kind: "network",
        network: networkOf(await this.azure.call(({ arm }) => arm.get(id, networkApiVersion)), id),
      };
    } catch (error) {
      if (isAbsent(error)) return { kind: "absent" };
      return { kind: "unreadable", why: azureErrorOf(error).message };
    }
  }
}

function networkOf(body: unknown, id: string): Network {
  const { location = "", properties = {} } = body as VirtualNetwork;
  const subnets = properties.subnets ?? [];
  return {
    id,
    location,
    // A peering that was removed on one side carries nothing; any other state does, or may at any moment.
    peers: (properties.virtualNetworkPeerings ?? []).flatMap(({ properties: peering }) =>
      peering?.peeringState === "Disconnected" ? [] : (peering?.remoteVirtualNetwork?.id ?? []),
    ),
    // Gateways live in a subnet of this very name, and nothing else does.
    hasGatewaySubnet: subnets.some(({ name }) => name?.toLowerCase() === "gatewaysubnet"),
    subnets: subnets.map((subnet) => ({
      id: subnet.id ?? `${id}/subnets/${subnet.name ?? ""}`,
      name: subnet.name ?? "",
      prefixes:
        subnet.properties?.addressPrefixes ??
        (subnet.properties?.addressPrefix === undefined ? [] : [subnet.properties.addressPrefix]),
    })),
  };
}
