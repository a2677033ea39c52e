import { inParallel, type AzureSession } from "./azure-session";
import type { CleanupOptions } from "./clean-up-options";
import { awaitsCleanup, isTidy, protectedMachineOf, type ProtectedMachine } from "./protected-machine";
import { readItem } from "./read-target";
import { cleanUpMachine } from "./start-test-failover";
import { findTestMachine } from "./test-machine";

const width = 8;

/** What the plan's clean-up left, machine by machine. */
export async function cleanUpMachines(
  azure: AzureSession,
  before: readonly ProtectedMachine[],
  options: CleanupOptions,
  deadline: number,
): Promise<void> {
  const now = await refreshed(azure, before);
  for (const machine of now.filter(awaitsCleanup)) {
    options.onProgress(`${machine.name}: cleaning up.`);
    const started = await azure.attempt(() => cleanUpMachine(azure, machine.itemId, options.notes));
    if ("failure" in started) options.onProgress(`${machine.name}: ${started.failure.message}`);
    for (;;) {
      const [item = machine] = await refreshed(azure, [machine]);
      if (!awaitsCleanup(item) || options.clock.now() >= deadline) break;
      if ("failure" in started) break;
      await options.clock.wait(options.pollSeconds * 1000);
    }
  }
}

/** Waits until the service has tidied up, which it does in its own time after the job; lines for what stays. */
export async function whatIsLeft(
  azure: AzureSession,
  before: readonly ProtectedMachine[],
  { clock, pollSeconds }: CleanupOptions,
  deadline: number,
): Promise<readonly string[]> {
  for (;;) {
    const now = await refreshed(azure, before);
    const untidy = now.filter((machine) => !isTidy(machine));
    const tests = await inParallel(before, width, async (machine) => ({
      machine,
      test: await findTestMachine(azure, machine).catch(() => undefined),
    }));
    const left = [
      ...untidy.map(
        ({ name, testFailoverState }) =>
          `${name}: ${testFailoverState || "its test failover awaits clean-up"}`,
      ),
      ...tests.flatMap(({ test }) => (test === undefined ? [] : [`the virtual machine ${test.id}`])),
    ];
    // Only what goes by itself is worth waiting for.
    const goes = untidy.every(({ testFailoverState }) => testFailoverState === "MarkedForDeletion");
    if (left.length === 0 || !goes || clock.now() >= deadline) return left;
    await clock.wait(pollSeconds * 1000);
  }
}

async function refreshed(
  azure: AzureSession,
  machines: readonly ProtectedMachine[],
): Promise<readonly ProtectedMachine[]> {
  return inParallel(machines, width, async ({ itemId, group }) =>
    protectedMachineOf(await readItem(azure, itemId), group),
  );
}
