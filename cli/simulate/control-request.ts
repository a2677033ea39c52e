import { isObject } from "../../simulator/json";
import { UsageError } from "../faults";

/**
 * Sends something to the simulator this process runs under.
 *
 * @param whatFor begins the message of a refusal: `seed x.yaml cannot be registered`.
 * @throws UsageError without a simulator, or for what it refuses.
 */
export async function controlRequest(
  path: string,
  body: unknown,
  whatFor: string,
  environment = process.env,
): Promise<void> {
  const endpoint = simulatorEndpoint(environment);
  let response: Response;
  try {
    response = await fetch(new URL(path, endpoint), { method: "POST", body: JSON.stringify(body) });
  } catch (error) {
    throw new UsageError(`the simulator at ${endpoint} does not answer: start it with asr simulate.`, {
      cause: error,
    });
  }
  if (response.ok) return;
  const answer: unknown = await response.json();
  const reason =
    isObject(answer) && isObject(answer["error"]) ? String(answer["error"]["message"]) : response.statusText;
  throw new UsageError(`${whatFor}: ${reason}`);
}

/** Where the simulator is. @throws UsageError without one. */
export function simulatorEndpoint(environment: NodeJS.ProcessEnv): string {
  const endpoint = environment["ASR_ARM_ENDPOINT"];
  if (endpoint !== undefined && endpoint !== "") return endpoint;
  throw new UsageError(
    "there is no simulator to register with (ASR_ARM_ENDPOINT is not set): run it inside asr simulate -- <command…>.",
  );
}
