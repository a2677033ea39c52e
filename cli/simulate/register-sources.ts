import { controlRequest, simulatorEndpoint } from "./control-request";
import { readSeed } from "./read-seed";

/**
 * Adds what a seed holds to the simulator this process runs under.
 *
 * @throws UsageError without a simulator, or for a seed it cannot take.
 */
export async function registerSources(file: string, environment = process.env): Promise<void> {
  // A missing simulator is told before an unreadable file.
  simulatorEndpoint(environment);
  await controlRequest("/simulator/seed", readSeed(file), `seed ${file} cannot be registered`, environment);
}

/**
 * Takes a registered fabric out of its vault, as resetting the appliance or uninstalling the server does.
 *
 * @throws UsageError without a simulator, for a fabric that is none, or for one that is in use.
 */
export async function unregisterFabric(fabricId: string, environment = process.env): Promise<void> {
  await controlRequest(
    "/simulator/unregister",
    { fabricId },
    `${fabricId} cannot be unregistered`,
    environment,
  );
}
