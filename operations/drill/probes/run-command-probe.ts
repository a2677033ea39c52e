import type { AzureSession } from "../azure-session";
import type { DrillClock } from "../drill-environment";
import { answerLine, type Attempt } from "./attempt";

const computeApiVersion = "2024-07-01";
const pollMilliseconds = 5000;

interface RunCommand {
  readonly properties?: {
    readonly provisioningState?: string;
    readonly instanceView?: {
      readonly executionState?: string;
      readonly exitCode?: number;
      readonly output?: string;
      readonly error?: string;
    };
  };
}

/** States in which a script runs no more. Source: Azure REST API, Virtual Machine Run Commands, `ExecutionState`. */
const ended = new Set(["Succeeded", "Failed", "TimedOut", "Canceled"]);

/**
 * Runs a script inside the test machine by its agent, as a managed run command, because that tells exit codes. The
 * command goes with the machine. Source: Azure REST API, Virtual Machine Run Commands.
 */
export async function runCommandAttempt(
  azure: AzureSession,
  clock: DrillClock,
  machineId: string,
  probe: { readonly name: string; readonly script: string; readonly contains?: string | undefined },
  signal: AbortSignal,
): Promise<Attempt> {
  const path = `${machineId}/runCommands/${probe.name}`;
  const result = await azure.attempt(async ({ arm }) => {
    const { location } = (await arm.get(machineId, computeApiVersion)) as { readonly location?: string };
    await arm.request("PUT", path, computeApiVersion, {
      body: { location, properties: { source: { script: probe.script }, asyncExecution: false } },
    });
  });
  if ("failure" in result) return { passed: false, answer: answerLine(result.failure.message) };
  while (!signal.aborted) {
    const read = await azure.attempt(({ arm }) => arm.get(`${path}?$expand=instanceView`, computeApiVersion));
    if ("failure" in read) return { passed: false, answer: answerLine(read.failure.message) };
    const { instanceView: view, provisioningState } = (read.value as RunCommand).properties ?? {};
    if (view !== undefined && ended.has(view.executionState ?? "")) {
      const said = answerLine(`${view.output ?? ""} ${view.error ?? ""}`);
      if (view.executionState !== "Succeeded" || view.exitCode !== 0) {
        return {
          passed: false,
          answer: `${view.executionState ?? ""}, exit code ${view.exitCode ?? "unknown"}: ${said}`,
        };
      }
      const holds = probe.contains === undefined || (view.output ?? "").includes(probe.contains);
      return { passed: holds, answer: holds ? said || "exit code 0" : `no "${probe.contains}" in: ${said}` };
    }
    if (provisioningState === "Failed")
      return { passed: false, answer: "the agent could not run the script" };
    await clock.wait(pollMilliseconds, signal);
  }
  return { passed: false, answer: "the script had not ended in time" };
}
