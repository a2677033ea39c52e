import type { PreflightFinding } from "../evidence";
import type { NetworkReader } from "./networks";

/** Peerings are followed until all is seen; a company's networks are hundreds at most. */
const mostNetworks = 200;

/** Networks that a drill must not reach, by lower-cased id, each with what makes it production. */
export type ProductionNetworks = ReadonlyMap<string, string>;

/**
 * Whether a network reaches production: is one of its networks, is peered with one over any number of others, or has a
 * gateway. What cannot be read is not taken for isolated.
 */
export async function checkIsolation(
  networkId: string,
  production: ProductionNetworks,
  networks: NetworkReader,
): Promise<readonly PreflightFinding[]> {
  const subject = nameOf(networkId);
  const itself = production.get(networkId.toLowerCase());
  if (itself !== undefined) return [refusal(subject, `it is ${itself}`)];
  const findings: PreflightFinding[] = [];
  const seen = new Set([networkId.toLowerCase()]);
  const queue: (readonly string[])[] = [[networkId]];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const at = path.at(-1) ?? networkId;
    const by =
      path.length === 1 ? "it" : `it is peered with ${path.slice(1).map(nameOf).join(", then ")}, which`;
    const read = await networks.read(at);
    if (read.kind === "absent" && path.length === 1) {
      return [
        {
          check: "isolation",
          status: "error",
          subject,
          message: `The network ${networkId} does not exist.`,
          remedy: "Name an isolated virtual network of the recovery region with --network.",
        },
      ];
    }
    if (read.kind === "unreadable") {
      findings.push(
        refusal(
          subject,
          `whether ${by} reaches production is unknown: ${nameOf(at)} cannot be read (${read.why})`,
        ),
      );
    }
    if (read.kind !== "network") continue;
    if (read.network.hasGatewaySubnet)
      findings.push(refusal(subject, `${by} has a subnet for gateways, which lead to other networks`));
    for (const peer of read.network.peers) {
      const key = peer.toLowerCase();
      if (seen.has(key)) continue;
      seen.add(key);
      const what = production.get(key);
      const over = path.length === 1 ? "" : ` over ${path.slice(1).map(nameOf).join(", ")}`;
      if (what !== undefined)
        findings.push(refusal(subject, `it is peered with ${nameOf(peer)}${over}, ${what}`));
      else if (seen.size <= mostNetworks) queue.push([...path, peer]);
      else return [...findings, refusal(subject, `it is peered with more than ${mostNetworks} networks`)];
    }
  }
  if (findings.length > 0) return findings;
  const message = `Reaches none of ${production.size} networks of production: no peering leads there, and no gateway is in it.`;
  return [{ check: "isolation", status: "ok", subject, message }];
}

function refusal(subject: string, why: string): PreflightFinding {
  return {
    check: "isolation",
    status: "error",
    subject,
    message: `The network is not isolated: ${why}.`,
    remedy:
      "Name an isolated network with --network. Whoever means this one says so twice: --allow-production-network and " +
      `--confirm-production-network ${subject}.`,
  };
}

/** Last part of an id. */
export function nameOf(id: string): string {
  return id.split("/").at(-1) ?? id;
}
