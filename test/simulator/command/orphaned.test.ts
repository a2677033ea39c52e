import { once } from "node:events";
import { afterEach, expect, it, vi } from "vitest";
import { orphaned } from "../../../cli/simulate/orphaned";
import { runChild } from "../../../cli/simulate/run-child";

afterEach(() => {
  vi.useRealTimers();
});

it("gives a signal once another process has become the parent, and not before", () => {
  vi.useFakeTimers();
  let parent = 4711;
  const watched = orphaned(() => parent);
  vi.advanceTimersByTime(10_000);
  expect(watched.signal.aborted).toBe(false);
  parent = 1;
  vi.advanceTimersByTime(1_000);
  expect(watched.signal.aborted).toBe(true);
});

it("gives none when nobody watches any more", () => {
  vi.useFakeTimers();
  let parent = 4711;
  const watched = orphaned(() => parent);
  watched.stopWatching();
  parent = 1;
  vi.advanceTimersByTime(10_000);
  expect(watched.signal.aborted).toBe(false);
});

it.skipIf(process.platform === "win32")("ends the command that runs", async () => {
  const stop = new AbortController();
  const running = runChild(
    [process.execPath, "-e", "setInterval(() => {}, 1000)"],
    environment(),
    stop.signal,
  );
  setImmediate(() => {
    stop.abort();
  });
  await once(stop.signal, "abort");
  expect(await running).toBe(128 + 15);
});

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
