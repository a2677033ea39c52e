import type { AzureSession } from "../azure-session";
import { isoTime, type DrillClock } from "../drill-environment";
import type { ProbeEvidence } from "../evidence";
import type { TestMachine } from "../test-machine";
import type { Attempt } from "./attempt";
import { commandAttempt } from "./command-probe";
import { httpAttempt } from "./http-probe";
import type { Probe } from "./probe-file";
import { runCommandAttempt } from "./run-command-probe";
import { tcpAttempt } from "./tcp-probe";

const defaults = { timeoutSeconds: 300, everySeconds: 5 } as const;

export interface ProbeSetting {
  readonly azure: AzureSession;
  readonly clock: DrillClock;
  readonly signal: AbortSignal;
}

/** Asks all probes of a machine, each again and again until it passes or its time is over. */
export function runProbes(
  probes: readonly Probe[],
  machine: TestMachine,
  setting: ProbeSetting,
): Promise<readonly ProbeEvidence[]> {
  return Promise.all(probes.map((probe, index) => runProbe(probe, index, machine, setting)));
}

async function runProbe(
  probe: Probe,
  index: number,
  machine: TestMachine,
  setting: ProbeSetting,
): Promise<ProbeEvidence> {
  const { clock, signal } = setting;
  const startedAt = clock.now();
  const timeout = (probe.timeoutSeconds ?? defaults.timeoutSeconds) * 1000;
  const pause = (probe.everySeconds ?? defaults.everySeconds) * 1000;
  let attempts = 0;
  let last: Attempt = { passed: false, answer: "not tried: the drill was stopped" };
  while (!signal.aborted) {
    attempts += 1;
    last = await attempt(probe, index, machine, setting, timeout);
    if (last.passed || clock.now() - startedAt + pause > timeout) break;
    await clock.wait(pause, signal);
  }
  return {
    kind: probe.kind,
    target: targetOf(probe, machine),
    passed: last.passed,
    startedAt: isoTime(startedAt),
    endedAt: isoTime(clock.now()),
    attempts,
    answer: last.answer,
  };
}

async function attempt(
  probe: Probe,
  index: number,
  machine: TestMachine,
  { azure, clock, signal }: ProbeSetting,
  timeout: number,
): Promise<Attempt> {
  // One attempt never takes longer than the probe may: a firewall that drops packets answers nothing at all.
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
  const address = machine.addresses[0] ?? "";
  if (address === "" && needsAddress(probe)) {
    return { passed: false, answer: "the test machine has no address" };
  }
  switch (probe.kind) {
    case "tcp":
      return tcpAttempt(probe.address ?? address, probe.port, bounded);
    case "http":
      return httpAttempt(filled(probe.url, address), probe, bounded);
    case "command":
      return commandAttempt(
        probe.command.map((part) => filled(part, address)),
        { name: machine.name, id: machine.id, address },
        bounded,
      );
    case "run-command":
      return runCommandAttempt(
        azure,
        clock,
        machine.id,
        { ...probe, name: `asr-drill-${index + 1}` },
        bounded,
      );
  }
}

function needsAddress(probe: Probe): boolean {
  switch (probe.kind) {
    case "tcp":
      return probe.address === undefined;
    case "http":
      return probe.url.includes("{address}");
    case "command":
      return probe.command.some((part) => part.includes("{address}"));
    case "run-command":
      return false;
  }
}

function filled(text: string, address: string): string {
  return text.replaceAll("{address}", address.includes(":") ? `[${address}]` : address);
}

function targetOf(probe: Probe, machine: TestMachine): string {
  const address = machine.addresses[0] ?? "";
  switch (probe.kind) {
    case "tcp":
      return `${probe.address ?? address}:${probe.port}`;
    case "http":
      return filled(probe.url, address);
    case "command":
      return probe.command.map((part) => filled(part, address)).join(" ");
    case "run-command":
      return probe.script.trim().split("\n")[0] ?? "";
  }
}
