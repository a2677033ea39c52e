import { knownBoolean, knownNumber, knownObjects, knownString } from "../facts/known";
import type { Egress } from "../facts/site";
import { textIn, textsIn, type JsonRecord } from "./json";

/** What has to be reachable, from a role of server: a row of a URL or port table. */
export interface Destination {
  readonly from: string;
  /** A host name, `*.blob.core.windows.net`, or absent where only the port counts. */
  readonly host: string | undefined;
  /** Other addresses of the same thing: one of them is enough. */
  readonly or: readonly string[];
  readonly port: number | undefined;
}

export function destinationOf(row: JsonRecord): Destination {
  return {
    from: textIn(row, "from"),
    host: knownString(row["host"]),
    or: textsIn(row, "or"),
    port: knownNumber(row["port"]),
  };
}

/** `configuration-server to *.blob.core.windows.net, port 443`. */
export function destinationText({ from, host, port }: Destination): string {
  return `${from} to ${host ?? "anywhere"}${port === undefined ? "" : `, port ${port}`}`;
}

/** Whether observations say that a destination can be reached; undefined: nobody looked. */
export function isReachable(egress: readonly Egress[], destination: Destination): boolean | undefined {
  const seen = (knownObjects(egress) ?? []).filter((observation) => concerns(observation, destination));
  const allowed = seen
    .map((observation) => knownBoolean(observation.allowed))
    .filter((known) => known !== undefined);
  // Of several addresses of one thing, and of a port alone, one that is open is enough.
  const oneIsEnough = destination.host === undefined || destination.or.length > 0;
  if (allowed.includes(false)) return oneIsEnough && allowed.includes(true);
  return allowed.includes(true) ? true : undefined;
}

function concerns(observation: Partial<Egress>, { from, host, or, port }: Destination): boolean {
  if (knownString(observation.from) !== from) return false;
  const seenPort = knownNumber(observation.port);
  if (port !== undefined && seenPort !== undefined && seenPort !== port) return false;
  const seenHost = knownString(observation.host);
  if (host === undefined) return port !== undefined && seenPort === port;
  if (seenHost === undefined) return false;
  return [host, ...or].some((wanted) => matchesHost(seenHost, wanted));
}

/** Wildcards stand for whole labels: `*.live.com` covers `login.live.com` and not `notlive.com`. */
export function matchesHost(seen: string, wanted: string): boolean {
  const [a, b] = [
    seen
      .toLowerCase()
      .replace(/^https?:\/\//, "")
      .replace(/[/:].*$/, ""),
    wanted.toLowerCase(),
  ];
  if (a === b) return true;
  return b.startsWith("*.") && a.endsWith(b.slice(1)) && a.length > b.length - 1;
}
