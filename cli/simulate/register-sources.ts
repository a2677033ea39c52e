import { isObject } from "../../simulator/json";
import { UsageError } from "../faults";
import { readSeed } from "./read-seed";

/**
 * Adds what a seed holds to the simulator this process runs under.
 *
 * @throws UsageError without a simulator, or for a seed it cannot take.
 */
export async function registerSources(file: string, environment = process.env): Promise<void> {
  const endpoint = environment["ASR_ARM_ENDPOINT"];
  if (endpoint === undefined || endpoint === "") {
    throw new UsageError(
      "there is no simulator to register with (ASR_ARM_ENDPOINT is not set): run it inside asr simulate -- <command…>.",
    );
  }
  const seed = readSeed(file);
  let response: Response;
  try {
    response = await fetch(new URL("/simulator/seed", endpoint), {
      method: "POST",
      body: JSON.stringify(seed),
    });
  } catch (error) {
    throw new UsageError(`the simulator at ${endpoint} does not answer: start it with asr simulate.`, {
      cause: error,
    });
  }
  if (response.ok) return;
  const body: unknown = await response.json();
  const reason =
    isObject(body) && isObject(body["error"]) ? String(body["error"]["message"]) : response.statusText;
  throw new UsageError(`seed ${file} cannot be registered: ${reason}`);
}
