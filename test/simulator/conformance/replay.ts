import type { RawAnswer, RawAzure } from "../raw-client";
import { differences, normalize } from "./normalize";
import type { Exchange } from "./reference";

/** Headers worth comparing; the rest is transport. */
const compared = ["azure-asyncoperation", "location", "content-length", "retry-after"];

/** One difference between the recording and the simulator. */
export interface Difference {
  /** `METHOD last/words/of/the/path`. */
  readonly exchange: string;
  readonly what: string;
}

/** How the recorded client behaved, and what the recording leaves out. */
export interface ReplayPlan {
  /** Seconds the client let pass before a poll. */
  readonly secondsBetweenPolls: number;
  /** The client polled at once, then waited. */
  readonly firstPollAtOnce?: boolean;
  /** Bodies that were not on the page read, by the end of the address. */
  readonly bodies?: Readonly<Record<string, unknown>>;
  /** What happened just before an exchange and is not in the excerpt: time that passed, requests that were sent. */
  readonly before?: readonly {
    /** Matches `METHOD address`. */
    readonly pattern: RegExp;
    /** Which of the matching exchanges, from 1. */
    readonly occurrence: number;
    readonly seconds: number;
    readonly request?: { readonly method: string; readonly address: string; readonly body: unknown };
  }[];
  /** Addresses not replayed, each with the reason. */
  readonly notReplayed?: readonly { readonly pattern: RegExp; readonly reason: string }[];
}

/** Sends a recording to the simulator, which must let no time pass by itself, and lists where the answers differ. */
export async function replay(
  azure: RawAzure,
  exchanges: readonly Exchange[],
  plan: ReplayPlan,
): Promise<readonly Difference[]> {
  const polled = new Set<string>();
  const addresses = new Map<string, string>();
  const found: Difference[] = [];
  const seen = new Map<RegExp, number>();
  for (const exchange of exchanges) {
    const { request, response } = exchange;
    if (response?.status === undefined || request.url.includes("<")) continue;
    if (plan.notReplayed?.some(({ pattern }) => pattern.test(request.url))) continue;
    const { pathname } = new URL(request.url);
    const supplied = Object.entries(plan.bodies ?? {}).find(
      ([end]) => request.method === "PUT" && pathname.endsWith(end),
    );
    const body = request.body === "" || request.body === undefined ? supplied?.[1] : request.body;
    if (request.method !== "GET" && request.method !== "DELETE" && body === undefined) continue;
    const address = addressOf(request.url, addresses);
    // A poll of an operation whose start was not recorded, or not replayed.
    if (address === undefined) continue;
    for (const { pattern, occurrence, seconds, request: missing } of plan.before ?? []) {
      if (!pattern.test(`${request.method} ${request.url}`)) continue;
      const count = (seen.get(pattern) ?? 0) + 1;
      seen.set(pattern, count);
      if (count !== occurrence) continue;
      if (missing) await azure.send(missing.method, missing.address, missing.body);
      azure.simulator.clock.advance(seconds);
    }
    for (let times = 0; times < (exchange.timesSeen ?? 1); times += 1) {
      if (addresses.has(request.url)) {
        if (polled.has(address) || !plan.firstPollAtOnce)
          azure.simulator.clock.advance(plan.secondsBetweenPolls);
        polled.add(address);
      }
      const answer = await azure.send(request.method, address, body);
      remember(addresses, response.headers, answer);
      const name = `${request.method} ${shorten(request.url)}`;
      for (const what of compare(response, answer)) found.push({ exchange: name, what });
    }
  }
  return found;
}

function compare(expected: NonNullable<Exchange["response"]>, actual: RawAnswer): readonly string[] {
  const headers = Object.fromEntries(
    compared
      .filter((name) => expected.headers?.[name] !== undefined)
      .map((name) => [name, expected.headers?.[name]]),
  );
  const actualHeaders = Object.fromEntries(Object.keys(headers).map((name) => [name, actual.headers[name]]));
  return [
    ...differences(expected.status, actual.status, "status"),
    ...differences(normalize(headers), normalize(actualHeaders), "headers"),
    ...differences(normalize(expected.body ?? ""), normalize(actual.body), "body"),
  ];
}

/** Polling addresses carry ids of their own: each recorded one stands for one of ours. */
function remember(
  addresses: Map<string, string>,
  recorded: Readonly<Record<string, string>> | undefined,
  answer: RawAnswer,
): void {
  for (const name of ["azure-asyncoperation", "location"]) {
    const theirs = recorded?.[name];
    const ours = answer.headers[name];
    if (theirs !== undefined && typeof ours === "string") addresses.set(theirs, ours);
  }
}

function addressOf(url: string, addresses: ReadonlyMap<string, string>): string | undefined {
  const known = addresses.get(url);
  if (known !== undefined) return known;
  if (/\/(replicationOperationStatus|operationStatus|operationresults|asyncoperations)\//i.test(url))
    return undefined;
  return url.replace("https://management.azure.com", "");
}

function shorten(url: string): string {
  const { pathname } = new URL(url);
  return pathname.split("/").slice(-2).join("/");
}
