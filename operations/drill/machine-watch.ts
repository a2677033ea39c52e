import type { Job } from "@azure/arm-recoveryservices-siterecovery";
import type { AzureSession } from "./azure-session";
import type { DrillClock } from "./drill-environment";
import type { ProbeEvidence } from "./evidence";
import { machineInJob } from "./job-progress";
import { machineStep } from "./machine-step";
import { probesOf, type MachineProbes } from "./probes/probe-file";
import { runProbes } from "./probes/run-probes";
import { protectedMachineOf, type ProtectedMachine } from "./protected-machine";
import { readItem } from "./read-target";
import { findTestMachine, type TestMachine } from "./test-machine";

/** What was seen of a machine while it was tested. */
export interface WatchedMachine {
  readonly test: TestMachine | undefined;
  readonly probes: readonly ProbeEvidence[];
  /** Milliseconds from the moment that its task was seen to have ended until all probes had answered. */
  readonly probeMilliseconds: number;
  /** That moment by our clock, in milliseconds since the epoch. */
  readonly seenAt: number;
  /** Why it could not be looked at. */
  readonly problem: string | undefined;
}

export interface WatchSetting {
  readonly azure: AzureSession;
  readonly clock: DrillClock;
  readonly signal: AbortSignal;
  readonly probes: MachineProbes | undefined;
  readonly onProgress: (line: string) => void;
}

const endedBadly = new Set(["Failed", "Cancelled", "Skipped", "Aborted"]);

/** Probes each machine as soon as the job has done with it, while others still start. */
export class MachineWatch {
  readonly #watched = new Map<string, Promise<WatchedMachine>>();

  constructor(
    private readonly machines: readonly ProtectedMachine[],
    private readonly setting: WatchSetting,
  ) {}

  /** Takes note of how far the job is. */
  look(job: Job): void {
    for (const machine of this.machines) {
      const step = machineStep(job, machine);
      if (step?.endedAt !== undefined && !endedBadly.has(step.state)) this.#begin(machine, job);
    }
  }

  /** Looks at all that the job did not name, and waits for every probe. */
  async finish(job: Job): Promise<ReadonlyMap<string, WatchedMachine>> {
    for (const machine of this.machines) {
      if (!endedBadly.has(machineStep(job, machine)?.state ?? "")) this.#begin(machine, job);
    }
    return this.seen();
  }

  /** What was begun, after it has ended. */
  async seen(): Promise<ReadonlyMap<string, WatchedMachine>> {
    return new Map(
      await Promise.all([...this.#watched].map(async ([id, watched]) => [id, await watched] as const)),
    );
  }

  #begin(machine: ProtectedMachine, job: Job): void {
    if (!this.#watched.has(machine.itemId)) this.#watched.set(machine.itemId, this.#watch(machine, job));
  }

  async #watch(machine: ProtectedMachine, job: Job): Promise<WatchedMachine> {
    const { azure, clock, signal, onProgress } = this.setting;
    const began = clock.now();
    try {
      const now = protectedMachineOf(await readItem(azure, machine.itemId), machine.group);
      const itemName = machine.itemId.split("/").at(-1) ?? "";
      const named = machineInJob(job, [machine.name, itemName])?.testMachineName;
      const test = await findTestMachine(azure, now, named);
      const wanted = probesOf(this.setting.probes, machine.name);
      if (test === undefined) {
        const problem = "its test machine was not found";
        return { test, probes: [], probeMilliseconds: 0, seenAt: began, problem };
      }
      const probes = await runProbes(wanted, test, { azure, clock, signal });
      for (const probe of probes) {
        onProgress(
          `${machine.name}: ${probe.kind} ${probe.target}: ${probe.passed ? "passed" : "failed"} (${probe.answer})`,
        );
      }
      return {
        test,
        probes,
        probeMilliseconds: wanted.length === 0 ? 0 : clock.now() - began,
        seenAt: began,
        problem: undefined,
      };
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      return { test: undefined, probes: [], probeMilliseconds: clock.now() - began, seenAt: began, problem };
    }
  }
}
