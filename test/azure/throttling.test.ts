import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { AzureConnection } from "../../azure/connection";
import { waitForOperation } from "../../azure/long-running-operation";
import { azureInTurn, type Answer } from "./azure-in-turn";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const fabric =
  "/subscriptions/s/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/v/replicationFabrics/f";
const found: Answer = { status: 200, body: { id: fabric, name: "f" } };
const later = (retryAfter?: string, status = 429): Answer => ({
  status,
  headers: retryAfter === undefined ? {} : { "retry-after": retryAfter },
  body: { error: { code: "TooManyRequests", message: "Later." } },
});

/** Both ways of asking. */
const ways = {
  "a plain request": ({ arm }: AzureConnection) => arm.get(fabric, "2025-01-01"),
  "Site Recovery's client": (connection: AzureConnection) =>
    connection.siteRecovery("s").replicationFabrics.get("v", "rg", "f"),
} as const;

it.each(Object.entries(ways))("%s waits as long as Retry-After says", async (_name, ask) => {
  const azure = await azureInTurn(later("17"), later("40", 503), found);
  const answer = ask(azure.connection);
  await vi.runAllTimersAsync();
  expect(await answer).toMatchObject({ name: "f" });
  expect(azure.since()).toEqual([0, 17_000, 57_000]);
});

it.each(Object.entries(ways))("%s is sent again after a 429 that names no time", async (_name, ask) => {
  const azure = await azureInTurn(later(), later(), later(), found);
  const answer = ask(azure.connection);
  await vi.runAllTimersAsync();
  expect(await answer).toMatchObject({ name: "f" });
  const times = azure.since();
  expect(times).toHaveLength(4);
  const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  for (const [index, pause] of pauses.entries()) {
    // A second, two, four, give or take a fifth.
    expect(pause).toBeGreaterThanOrEqual(800 * 2 ** index);
    expect(pause).toBeLessThanOrEqual(1200 * 2 ** index);
  }
});

it("gives up in the end, with the service's code", async () => {
  const azure = await azureInTurn(later());
  const failure = ways["a plain request"](azure.connection).catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  expect(await failure).toMatchObject({ code: "TooManyRequests", details: { statusCode: 429 } });
  expect(azure.since()).toHaveLength(7);
});

it("an operation is looked at as seldom as Retry-After says", async () => {
  const headers = {
    "azure-asyncoperation": "https://management.azure.com/subscriptions/s/operation",
    "retry-after": "25",
  };
  const underWay: Answer = { status: 202, headers };
  const looked: Answer = { status: 200, headers, body: { status: "InProgress" } };
  const azure = await azureInTurn(underWay, looked, looked, looked, {
    status: 200,
    body: { status: "Succeeded" },
  });
  const client = azure.connection.siteRecovery("s");
  const done = waitForOperation(
    (options) => client.replicationFabrics.beginDelete("v", "rg", "f", options),
    new AbortController().signal,
  );
  await vi.runAllTimersAsync();
  await done;
  // Starting and waiting look once each at once; from then on the service's time counts.
  const times = azure.since().slice(2);
  expect(times).toHaveLength(3);
  expect(times.slice(1).map((time, index) => time - (times[index] ?? 0))).toEqual([25_000, 25_000]);
});
